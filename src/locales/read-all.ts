import { isPlain, type Message } from './message';
import { readMessage } from './read-message';

/** Our own texts, ready to be shown. */
export function readAll(texts: Readonly<Record<string, string>>): Readonly<Record<string, Message>> {
  return Object.fromEntries(
    Object.entries(texts).map(([id, text]) => [id, isPlain(text) ? text : readMessage(text)]),
  );
}
