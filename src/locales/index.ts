import type { en } from './en';
import type { laterEn } from './later-en';

/** What is said of a failure, by its code (docs/errors.md): `explain.AADSTS50011.fix`, `explain.offline.what`. */
type ExplanationPartId = `explain.${string}.${'what' | 'why' | 'fix'}`;

export type MessageId = keyof typeof en | keyof typeof laterEn;
/** The texts that a page may put its own in the place of. */
export type ReplaceableId = MessageId | ExplanationPartId;

export { en } from './en';
export { loadExplanations } from './load-explanations';
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
export type { FoundExplanation } from './explanations';
