/** What follows the card that connects: the files, or the card of the account. */
const FOLLOWERS = '[role="grid"] [tabindex="0"], h2[tabindex]';

/** The focus goes to the control itself, and on to its rows as soon as they are there; unless the page has had another idea. */
export function focusRows(view: HTMLElement): void {
  const { activeElement, body } = view.ownerDocument;
  if (!view.isConnected || (activeElement && activeElement !== body)) return;
  view.tabIndex = -1;
  view.focus({ preventScroll: true });
  const root = view.getRootNode();
  const isHere = () =>
    (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === view;
  const look = () => {
    const next = view.querySelector<HTMLElement>(FOLLOWERS);
    if (next && isHere()) next.focus();
    if (next || !isHere()) watch.disconnect();
  };
  const watch = new MutationObserver(look);
  watch.observe(view, { childList: true, subtree: true, attributes: true, attributeFilter: ['tabindex'] });
  look();
}
