import { en } from './en';

export type MessageId = keyof typeof en;

export { en };
export { loadReader } from './load-reader';
export { isPlain, type Message } from './message';
export { messages } from './messages';
export { embedTexts, type EmbedTextId } from './embed';
