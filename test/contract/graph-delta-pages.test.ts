import { describe, expect, it } from 'vitest';
import { createWorld, type Json, type TestWorld } from './graph-world';
import { rule, type RuleContext } from './support/target';

const DELTA = '/me/drive/root/delta';
const ids = (items: readonly Json[]): string[] => items.map(({ id }) => id);

/** All pages of a round; between the first and the second something may be done. */
async function readRound(
  { graph }: Pick<TestWorld, 'graph'>,
  path: string,
  between: () => Promise<unknown> = async () => undefined,
): Promise<Json[]> {
  const told: Json[] = [];
  for (let link: string | undefined = path; link !== undefined;) {
    const page: Json = (await graph(link)).json;
    told.push(...page.value);
    if (link === path) await between();
    link = page['@odata.nextLink'];
  }
  return told;
}

describe('every page of a first round', () => {
  rule(
    'tells neither what was gone before nor the folders above again',
    { needs: 'whole drive' },
    async (context) => {
      const { graph, folder, putFile } = context;
      for (let n = 0; n < 5; n += 1) await putFile(`${n}.txt`, 'x');
      await graph(folder.at('3.txt'), { method: 'DELETE' });
      const told = await readRound(context, `${DELTA}?$top=2`);
      expect(ids(told)).toEqual(ids(await readRound(context, DELTA)));
      expect(told.filter((item) => 'deleted' in item)).toEqual([]);
    },
  );

  rule('tells of what went after an earlier page had told it', { needs: 'whole drive' }, async (context) => {
    const { graph, folder, putFile } = context;
    const file = await putFile('seen.txt', 'x');
    for (let n = 0; n < 4; n += 1) await putFile(`${n}.txt`, 'x');
    const told = await readRound(context, `${DELTA}?$top=3`, () =>
      graph(folder.at('seen.txt'), { method: 'DELETE' }),
    );
    expect(told.filter(({ id }) => id === file.id).map((item) => 'deleted' in item)).toEqual([false, true]);
  });
});

describe('every page of a later round', () => {
  const start = async ({ graph, folder, makeFolder, putFile }: RuleContext) => {
    const inner = await makeFolder('inner');
    const file = await putFile('inner/leaving.txt', 'x');
    const first: Json = (await graph(`/me/drive/items/${inner.id}/delta`)).json;
    const leave = (): Promise<unknown> =>
      graph(`/me/drive/items/${file.id}`, { method: 'PATCH', body: { parentReference: { id: folder.id } } });
    return { inner, file, leave, link: `${first['@odata.deltaLink']}&$top=1` };
  };

  rule('tells of what left a folder before the page', { on: 'personal' }, async (context) => {
    const { graph, putFile } = context;
    const { file, leave, link } = await start(context);
    await leave();
    for (let n = 0; n < 3; n += 1) await putFile(`inner/${n}.txt`, 'x');
    await graph(`/me/drive/items/${file.id}`, { method: 'PATCH', body: { name: 'again.txt' } });
    const told = await readRound(context, link);
    expect(told.filter(({ id }) => id === file.id)).toMatchObject([{ deleted: { state: 'deleted' } }]);
  });

  rule('tells of what leaves a folder between pages', { on: 'personal' }, async (context) => {
    const { putFile } = context;
    const { inner, file, leave } = await start(context);
    await putFile('inner/other.txt', 'x');
    const told = await readRound(context, `/me/drive/items/${inner.id}/delta?$top=2`, leave);
    expect(told.filter(({ id }) => id === file.id).map((item) => 'deleted' in item)).toEqual([false, true]);
  });
});

it('every page since a time tells only what is as new', async () => {
  const world = await createWorld({ drive: 'demo' });
  const times = (await readRound(world, `${DELTA}?$top=1000`))
    .filter((item) => !('root' in item))
    .map(({ lastModifiedDateTime }) => lastModifiedDateTime)
    .toSorted((a, b) => (a < b ? -1 : 1));
  const time = times[Math.floor(times.length * 0.7)];
  const whole = await readRound(world, `${DELTA}?token=${time}&$top=1000`);
  expect(whole.length).toBeGreaterThan(800);
  expect(ids(await readRound(world, `${DELTA}?token=${time}&$top=400`))).toEqual(ids(whole));
});
