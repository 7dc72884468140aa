/** Calls a listener of the page. What it throws is the page's own fault: it is reported, and whoever tells goes on. */
export function tellHost<D extends readonly unknown[]>(
  listener: ((...detail: D) => void) | undefined,
  ...detail: D
): void {
  try {
    listener?.(...detail);
  } catch (cause) {
    reportError(cause);
  }
}
