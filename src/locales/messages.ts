import { en } from './en';
import { isPlain, type Message } from './message';
import { readMessage } from './read-message';

/** All texts, read. The builds write what this comes to, and leave the parser out (scripts/build/precompute.mjs). */
export const messages: Readonly<Record<string, Message>> = Object.fromEntries(
  Object.entries(en).map(([id, text]) => [id, isPlain(text) ? text : readMessage(text)]),
);
