import { en } from './en';

export type MessageId = keyof typeof en;

export { en };
export { embedTexts } from './embed';
