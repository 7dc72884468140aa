/** Calls `look` whenever the element is scrolled or changes its size. Returns what ends it. */
export function observeBox(element: HTMLElement, look: () => void): () => void {
  element.addEventListener('scroll', look, { passive: true });
  const observer = new ResizeObserver(look);
  observer.observe(element);
  return () => {
    element.removeEventListener('scroll', look);
    observer.disconnect();
  };
}
