/**
 * Tabster marks the edges of a group by `<i>` elements that take the focus for a moment and pass it on, and hides
 * them from assistive technology. But what takes the focus must not be hidden (axe: aria-hidden-focus), so here
 * they are not; they have no content to hide. In a menu they would be foreign children (axe:
 * aria-required-children); there they are hidden and never take the focus, because Fluent closes a menu on Tab.
 */
const sentinels = new WeakSet<Node>();

export function createSentinel(page: Document): HTMLElement {
  const sentinel = page.createElement('i');
  const setAttribute = sentinel.setAttribute.bind(sentinel);
  sentinel.setAttribute = (name, value) => {
    if (name !== 'aria-hidden') setAttribute(name, value);
  };
  sentinels.add(sentinel);
  return sentinel;
}

/** To be called before a node is put into its parent. */
export function settleSentinel(node: Node, parent: Node): void {
  if (!sentinels.has(node) || !(node instanceof HTMLElement) || !(parent instanceof Element)) return;
  if (!parent.closest('[role="menu"]')) return;
  node.tabIndex = -1;
  Object.defineProperty(node, 'tabIndex', { get: () => -1, set() {} });
  Element.prototype.setAttribute.call(node, 'aria-hidden', 'true');
}
