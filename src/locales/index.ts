import type { en } from './en';
import type { laterEn } from './later-en';

export type MessageId = keyof typeof en | keyof typeof laterEn;

export { en } from './en';
export { loadLaterMessages } from './load-later-messages';
export { loadReader } from './load-reader';
export { fillIn } from './fill-in';
export { loadSetupTexts, type SetupTexts } from './load-setup-texts';
export { loadSettingWords, type SettingWordsTable } from './load-setting-words';
export { isPlain, type Message } from './message';
export { messages } from './messages';
export { embedTexts, type EmbedTextId } from './embed';
export { loadSelfTestTexts, type SelfTestTexts } from './load-self-test-texts';
export type { SelfTestTextId } from './self-test';
