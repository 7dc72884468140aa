import { describe, expect, it } from 'vitest';
import { createFeaturesPage } from '../../../scripts/reference/features-page.mjs';
import { readReport } from '../../../scripts/reference/list-journeys.mjs';

const page = `# Features

| id   | feature | proved by          |
| ---- | ------- | ------------------ |
| F001 | Sign-in | –                  |
| F002 | PKCE    | \`unit/a.test.ts\` |
| F003 | Tokens  | –                  |
`;

const journey = (title: string, ids: readonly string[]) => ({ file: 'browser/a.spec.ts', title, ids });

describe('docs/features.md', () => {
  it('tells of each row whether it works, by which journeys, and what is still owed', () => {
    const made = createFeaturesPage(page, [journey('connects', ['F001']), journey('a|b', ['F001'])]);
    expect(made.split('\n').slice(2)).toEqual([
      '| id | feature | state | journeys | proved further by |',
      '| - | - | - | - | - |',
      '| F001 | Sign-in | works | `browser/a.spec.ts` “connects”; `browser/a.spec.ts` “a/b” | – |',
      '| F002 | PKCE | no journey yet | – | `unit/a.test.ts` |',
      '| F003 | Tokens | not built | – | – |',
      '',
    ]);
  });

  it('is the same made again, and forgets a journey that is gone', () => {
    const made = createFeaturesPage(page, [journey('connects', ['F001'])]);
    expect(createFeaturesPage(made, [journey('connects', ['F001'])])).toBe(made);
    expect(createFeaturesPage(made, [])).toContain('| F001 | Sign-in | not built | – | – |');
  });

  it('knows no row that the table lacks', () => {
    expect(() => createFeaturesPage(page, [journey('flies', ['F999'])])).toThrow(/F999/);
  });
});

it('the rows that a title begins with are read from Playwright’s report, with whether it passed', () => {
  const specs = [{ title: 'F001 F002 it works in 320 pixels', file: 'a.spec.ts', ok: false }];
  const report = { config: { rootDir: '/x/test/portals' }, suites: [{ suites: [{ specs }] }] };
  expect(readReport(report, '/x')).toEqual([
    { ids: ['F001', 'F002'], title: 'it works in 320 pixels', file: 'portals/a.spec.ts', ok: false },
  ]);
});
