import { FILE_SCOPES } from './read-scopes';
import type { SettingProblem } from './setting-problem';

const TENANT_WORDS = ['common', 'organizations', 'consumers'];
/** More slips than these make another word. */
const MOST_SLIPS = 4;

/** What was probably meant. */
export function suggestSetting({ code, value }: SettingProblem): string | undefined {
  if (code === 'scopes.unknown') return nearest(value.slice(value.lastIndexOf('/') + 1), FILE_SCOPES);
  if (code === 'tenant.malformed') return nearest(value, TENANT_WORDS);
  return undefined;
}

function nearest(text: string, words: readonly string[]): string | undefined {
  const written = text.trim().toLowerCase();
  const most = Math.min(MOST_SLIPS, written.length / 2);
  const [best] = words
    .map((word) => ({ word, slips: slipsTo(word.toLowerCase(), written) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips);
  return best?.word;
}

/** Half a word is nearer to the whole of it than to another one. */
function slipsTo(word: string, written: string): number {
  return word.startsWith(written) ? 1 : slipsBetween(written, word);
}

/** Levenshtein's distance: letters to insert, leave out or replace. */
function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of a.split('').entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
