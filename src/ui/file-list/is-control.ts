/** Buttons and fields inside the list have their own clicks and keys. */
export function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, input, textarea, select') !== null;
}
