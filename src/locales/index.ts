import { en } from './en';

export type MessageId = keyof typeof en;

/** Every text of one language, by its id. */
export type Messages = Readonly<Record<MessageId, string>>;

export { en };
export { embedTexts } from './embed';
