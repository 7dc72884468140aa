/** The list's place for the keyboard, or else the first button: where somebody goes on who comes from a label. */
export function focusInside(root: ShadowRoot, options?: FocusOptions): void {
  const find = (selector: string) =>
    [...root.querySelectorAll<HTMLElement>(selector)].find((element) => element.getClientRects().length > 0);
  const target = find('[role="grid"] [tabindex="0"]') ?? find('button:enabled');
  target?.focus(options);
}
