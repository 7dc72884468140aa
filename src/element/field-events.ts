/** Tells of another value, as the user's own choice in a `<select>` does. */
export function tellChange(element: Element): void {
  element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What is typed into a field inside is no other value of the element: its `input` events would reach the page. */
export function keepInputInside(root: ShadowRoot): () => void {
  const stop = (event: Event) => event.stopPropagation();
  root.addEventListener('input', stop);
  return () => root.removeEventListener('input', stop);
}
