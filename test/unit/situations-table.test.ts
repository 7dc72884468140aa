import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FOLDER = 'test/situations';
const ROW = /^\| (\d+) \|.*\| `([\w-]+\.spec\.ts)` \|$/gm;
const TITLE = /\btest\(\s*['"`]#(\d+) /g;

/** The numbers of situations, each with the file that says to prove it. */
function told(): string[] {
  const table = readFileSync('docs/situations.md', 'utf8').replaceAll(/ +\|/g, ' |');
  return [...table.matchAll(ROW)].map(([, number = '', file = '']) => `${number} ${file}`);
}

function proved(): string[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.spec.ts'));
  return files.flatMap((file) =>
    [...readFileSync(`${FOLDER}/${file}`, 'utf8').matchAll(TITLE)].map(
      ([, number = '']) => `${number} ${file}`,
    ),
  );
}

test('every situation of the table has its test, and every test its row, one each', () => {
  expect(proved().toSorted()).toEqual(told().toSorted());
  expect(told().length).toBeGreaterThanOrEqual(40);
  const numbers = proved().map((line) => Number.parseInt(line, 10));
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('the situations left out in Firefox are named in the document', () => {
  const config = readFileSync('test/situations/firefox.config.ts', 'utf8');
  const [, left] = /NOT_IN_FIREFOX = \[([^\]]*)\]/.exec(config) ?? [];
  const [, named] =
    /<!-- not in Firefox -->([^<]*)<!-- end -->/.exec(readFileSync('docs/situations.md', 'utf8')) ?? [];
  expect(named).toBe(left);
});
