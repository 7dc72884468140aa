/** What a key asks of the list. `focus` alone moves without selecting, `extend` selects from the anchor on. */
export type ListCommand =
  | {
      readonly kind: 'move';
      readonly to: Movement;
      readonly how: 'select' | 'focus' | 'extend' | 'extend-kept';
    }
  | { readonly kind: 'toggle' | 'open' | 'up' | 'select-all' | 'clear' | 'menu' }
  | { readonly kind: 'type'; readonly letter: string };

export type Movement = 'next' | 'previous' | 'first' | 'last' | 'page-down' | 'page-up';

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const MOVEMENTS: Readonly<Record<string, Movement | undefined>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'page-down',
  PageUp: 'page-up',
};

/** The keyboard map of the list (the same as OneDrive on the web and Windows Explorer). */
export function listCommandOf(pressed: PressedKey): ListCommand | undefined {
  const { key, shiftKey, altKey } = pressed;
  const control = pressed.ctrlKey || pressed.metaKey;
  if (altKey) return key === 'ArrowUp' && !control && !shiftKey ? { kind: 'up' } : undefined;
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey && !control)) return { kind: 'menu' };
  const to = MOVEMENTS[key];
  if (to) return { kind: 'move', to, how: howOf(control, shiftKey) };
  if (key === ' ') return { kind: 'toggle' };
  if (control) return key.toLowerCase() === 'a' && !shiftKey ? { kind: 'select-all' } : undefined;
  const named = NAMED[key];
  if (named) return { kind: named };
  return NAME_CHARACTER.test(key) ? { kind: 'type', letter: key } : undefined;
}

function howOf(control: boolean, shift: boolean) {
  if (shift) return control ? 'extend-kept' : 'extend';
  return control ? 'focus' : 'select';
}

/** No name of OneDrive has a slash or a question mark: those are free for shortcuts. */
const NAME_CHARACTER = /^[^/?]$/u;

const NAMED: Readonly<Record<string, 'open' | 'up' | 'clear' | undefined>> = {
  Enter: 'open',
  Backspace: 'up',
  Escape: 'clear',
};

/** Where a movement ends, among `count` rows of which `page` fit on the screen. */
export function targetOf(to: Movement, from: number, count: number, page: number): number {
  const wanted = {
    next: from + 1,
    previous: from - 1,
    first: 0,
    last: count - 1,
    'page-down': from + page,
    'page-up': from - page,
  }[to];
  return Math.max(0, Math.min(count - 1, wanted));
}
