import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

const GUIDE = 'docs/benchmarks.md';
const BEGIN = '<!-- measured: `npm run bench -- --write` writes from here -->';
const END = '<!-- measured: to here -->';

/** Puts the run into the guide, in place of the one that is there. */
export async function writeGuide(measured: string): Promise<void> {
  const guide = await readFile(GUIDE, 'utf8');
  const begin = guide.indexOf(BEGIN);
  const end = guide.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${GUIDE} has no place for the results.`);
  const text = `${guide.slice(0, begin + BEGIN.length)}\n\n${measured}\n\n${guide.slice(end)}`;
  await writeFile(GUIDE, await format(text, { ...(await resolveConfig(GUIDE)), parser: 'markdown' }));
}
