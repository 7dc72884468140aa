import { expect, it } from 'vitest';
import { SETTING_PROBLEMS } from '../../../src/auth';
import { loadSettingWords } from '../../../src/locales';

it('every problem of a setting has its own sentences', async () => {
  const { describeSetting, settingWords } = await loadSettingWords();
  expect(Object.keys(settingWords)).toEqual(expect.arrayContaining([...SETTING_PROBLEMS]));
  const sentences = SETTING_PROBLEMS.map((code) => describeSetting({ code, value: 'VALUE' }));
  expect(new Set(sentences.map(({ what }) => what)).size).toBe(SETTING_PROBLEMS.length);
  for (const { what, fix } of sentences) expect(`${what} ${fix}`).not.toMatch(/[{}]/);
});
