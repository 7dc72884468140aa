import { parse } from '@formatjs/icu-messageformat-parser';
import type { Message } from './message';

/** A text of ICU message syntax, ready to be filled in. @throws SyntaxError where it can't be read */
export function readMessage(text: string): Message {
  return parse(text);
}
