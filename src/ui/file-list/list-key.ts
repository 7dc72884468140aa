import type { Geometry } from './geometry';

/** What a key asks of the list. `focus` alone moves without selecting, `extend` selects from the anchor on. */
export type ListCommand =
  | {
      readonly kind: 'move';
      readonly to: Movement;
      readonly how: 'select' | 'focus' | 'extend' | 'extend-kept';
    }
  | { readonly kind: 'toggle' | 'open' | 'up' | 'select-all' | 'clear' | 'menu' }
  | { readonly kind: 'type'; readonly letter: string };

export type Movement = 'down' | 'up' | 'right' | 'left' | 'first' | 'last' | 'page-down' | 'page-up';

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const MOVEMENTS: Readonly<Record<string, Movement | undefined>> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  ArrowRight: 'right',
  ArrowLeft: 'left',
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

/** Where a movement ends, among rows that stand as the geometry says and of which `page` lines fit on the screen. */
export function targetOf(
  to: Movement,
  from: number,
  { geometry, page }: { readonly geometry: Geometry; readonly page: number },
): number {
  const last = geometry.count - 1;
  switch (to) {
    case 'down':
      return geometry.stepFrom(from, 1);
    case 'up':
      return geometry.stepFrom(from, -1);
    case 'page-down':
      return geometry.stepFrom(from, page);
    case 'page-up':
      return geometry.stepFrom(from, -page);
    case 'right':
      return Math.min(last, from + 1);
    case 'left':
      return Math.max(0, from - 1);
    case 'first':
      return 0;
    case 'last':
      return last;
  }
}
