import type { Text } from '../text';

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** As it is written on the keyboard of whoever reads it: `Ctrl+U`, `⌘U`. */
export function nameKey(combination: string, text: Text): string {
  const isMac = /mac|iphone|ipad/i.test(navigator.platform);
  const words = combination
    .split(/\+(?!$)/)
    .map((word) => (isMac ? MAC[word] : PC[word]?.(text)) ?? SIGNS[word] ?? word);
  return words.join(isMac ? '' : '+');
}

const MAC: Readonly<Record<string, string | undefined>> = {
  Control: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Delete: '⌦',
  Backspace: '⌫',
};

const PC: Readonly<Record<string, ((text: Text) => string) | undefined>> = {
  Control: (text) => text('keys.control'),
  Shift: (text) => text('keys.shift'),
  Delete: (text) => text('keys.delete'),
  Space: (text) => text('keys.space'),
  ContextMenu: (text) => text('keys.menu'),
};
