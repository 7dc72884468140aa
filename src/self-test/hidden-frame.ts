/** A frame that nobody sees, as the identity library makes them. Attributes only: no policy on styles minds it. */
export function createHiddenFrame(sandbox: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  frame.setAttribute('sandbox', sandbox);
  frame.referrerPolicy = 'no-referrer';
  return frame;
}
