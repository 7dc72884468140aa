import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import type { UploadKind } from './transfers/work';

const GUIDE = 'docs/benchmarks.md';

/** What the guide tells of; each has its place there. */
export type Subject = 'components' | 'acts' | 'emulator' | UploadKind;

/** Puts what was measured into the guide, in place of what is there; what was not measured stays. */
export async function writeGuide(measured: Partial<Record<Subject, string>>): Promise<void> {
  let guide = await readFile(GUIDE, 'utf8');
  for (const [subject, text] of Object.entries(measured)) guide = replaced(guide, subject, text);
  await writeFile(GUIDE, await format(guide, { ...(await resolveConfig(GUIDE)), parser: 'markdown' }));
}

function replaced(guide: string, subject: string, text: string): string {
  const begin = `<!-- ${subject}: \`npm run bench -- --write\` writes from here -->`;
  const end = `<!-- ${subject}: to here -->`;
  const from = guide.indexOf(begin);
  const to = guide.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${GUIDE} has no place for the results (${subject}).`);
  return `${guide.slice(0, from + begin.length)}\n\n${text}\n\n${guide.slice(to)}`;
}
