import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The failures of others that we have a rule for. */
const COUNT = 72;

const [, section = ''] = readFileSync('docs/faults.md', 'utf8').split('## Failures seen in the wild');
const rows = [...section.matchAll(/^\| (\d+) +\|.*\| ([^|]+?) +\|$/gm)].map(([, number, here = '']) => ({
  number: Number(number),
  here,
}));

it('lists each failure once, in order', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: COUNT }, (_, index) => index + 1));
});

it.each(rows)('$number has a test that is there, or a reason why it cannot occur', ({ here }) => {
  const tests = [...here.matchAll(/`([^`]+\.(?:test|spec)\.tsx?)` “(.+?)”(?=;|$)/g)];
  if (tests.length === 0) expect(here).toMatch(/^Cannot occur: .{20}/);
  for (const [, path = '', title = ''] of tests) {
    expect(existsSync(`test/${path}`), path).toBe(true);
    expect(readFileSync(`test/${path}`, 'utf8'), path).toContain(title);
  }
  // Nothing that looks like a test is passed over.
  expect(here.match(/\.(?:test|spec)\.tsx?`/g)?.length ?? 0).toBe(tests.length);
});
