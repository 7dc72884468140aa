import type * as settingWords from './setting-words';

/** What is wrong with a setting, in words. */
export type SettingWordsTable = typeof settingWords;

/** Nobody waits for them where the settings are right. @throws TypeError where they can't be fetched */
export async function loadSettingWords(): Promise<SettingWordsTable> {
  return import('./setting-words');
}
