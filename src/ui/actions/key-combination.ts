/** What is pressed, of a keyboard event. */
export interface PressedKey {
  readonly key: string;
  /** The place of the key: with Alt, some keyboards write another character. */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Whether that is what is pressed. `Control` is Command on a Mac; the case of letters and the Shift of signs do not count. */
export function isPressed(combination: string, pressed: PressedKey): boolean {
  const words = combination.split(/\+(?!$)/);
  const key = words.at(-1) ?? '';
  const wants = (word: string) => words.slice(0, -1).includes(word);
  const isSign = /^[^\p{L}\p{N}]$/u.test(key);
  return (
    wants('Control') === (pressed.ctrlKey || pressed.metaKey) &&
    wants('Alt') === pressed.altKey &&
    (isSign || wants('Shift') === pressed.shiftKey) &&
    (pressed.key.toLowerCase() === key.toLowerCase() || (pressed.altKey && pressed.code === `Key${key}`))
  );
}

/** Whether it is one character alone, which somebody who speaks to their computer may press without wanting to. */
export function isSingleCharacter(combination: string): boolean {
  return combination.length === 1;
}
