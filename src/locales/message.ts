import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** A text as it stands, or what is to be filled in. */
export type Message = string | MessageFormatElement[];

/** Whether a text says only itself: no values, no plurals, no quotes. */
export function isPlain(text: string): boolean {
  return !/[{}<']/.test(text);
}
