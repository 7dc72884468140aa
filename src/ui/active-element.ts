/** What has the focus beside `element`, in its document or shadow root; null where nothing has. */
export function activeElementBeside(element: Element | null): Element | null {
  const root = element?.getRootNode();
  const active = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
  return active === element?.ownerDocument.body ? null : active;
}
