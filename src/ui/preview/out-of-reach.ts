/**
 * Puts an element whose address is a secret into the page where no script finds it by looking: neither the page's own,
 * nor one that records what its users see. Returns what takes it out again.
 */
export function putOutOfReach(place: HTMLElement, element: HTMLElement): () => void {
  const holder = place.ownerDocument.createElement('div');
  // The page's policy may forbid a style attribute, not a property.
  Object.assign(holder.style, { position: 'absolute', inset: '0' });
  holder.attachShadow({ mode: 'closed' }).append(element);
  place.append(holder);
  return () => holder.remove();
}
