import { describe, expect } from 'vitest';
import type { Reply } from './graph-world';
import { rule, type EmulatorRuleContext, type RuleContext } from './support/target';

const names = ({ json }: Reply): string[] => json.value.map(({ name }) => name);

const searchOf = (text: string): string => `search(q='${encodeURIComponent(text.replaceAll("'", "''"))}')`;
const find = ({ graph }: RuleContext, text: string, rest = ''): Promise<Reply> =>
  graph(`/me/drive/root/${searchOf(text)}${rest}`);

/** Three items, each a second younger than the one before. */
async function furnish({ world, makeFolder, putFile }: EmulatorRuleContext): Promise<void> {
  await makeFolder('Reports 2026');
  world.clock.now += 1_000;
  await putFile('Reports 2026/Sales report.txt', 'x');
  world.clock.now += 1_000;
  await putFile('Ada\u2019s caf\u00e9.txt', 'y');
}

describe('search', () => {
  rule('answers a list, also when nothing is found', async (context) => {
    const found = await find(context, `nothing is called ${crypto.randomUUID()}`);
    expect([found.status, found.json.value]).toEqual([200, []]);
    expect((await context.graph(`/me/drive/${searchOf('a')}?$top=1`)).status).toBe(200);
  });

  rule(
    'finds by every word, in any folder and case, newest first',
    { needs: 'fresh index' },
    async (context) => {
      await furnish(context);
      expect(names(await find(context, 'REPORT'))).toEqual(['Sales report.txt', 'Reports 2026']);
      expect(names(await find(context, 'report sales'))).toEqual(['Sales report.txt']);
      expect(names(await find(context, 'ada\u2019s cafe\u0301'))).toEqual(['Ada\u2019s caf\u00e9.txt']);
      expect(names(await find(context, '*'))).toHaveLength(4);
      expect(names(await find(context, ''))).toHaveLength(4);
      expect(names(await context.graph(`/me/drive/${searchOf('sales')}`))).toEqual(['Sales report.txt']);
    },
  );

  rule('reads a doubled quote as one', { needs: 'fresh index' }, async (context) => {
    await context.putFile("it's.txt", 'x');
    expect(names(await find(context, "it's"))).toEqual(["it's.txt"]);
  });

  rule('from a folder looks everywhere', { needs: 'fresh index', on: 'business' }, async (context) => {
    await furnish(context);
    const below = await context.graph(`${context.folder.at('Reports 2026')}:/${searchOf('ada')}`);
    expect(names(below)).toEqual(['Ada\u2019s caf\u00e9.txt']);
  });

  rule('from a folder looks below it', { needs: 'fresh index', on: 'personal' }, async (context) => {
    await furnish(context);
    const below = (text: string): Promise<Reply> =>
      context.graph(`${context.folder.at('Reports 2026')}:/${searchOf(text)}`);
    expect(names(await below('ada'))).toEqual([]);
    expect(names(await below('sales'))).toEqual(['Sales report.txt']);
  });

  rule('comes in pages', { needs: 'fresh index' }, async (context) => {
    await furnish(context);
    const first = await find(context, '', '?$top=3');
    expect(names(first)).toHaveLength(3);
    const rest = await context.graph(first.json['@odata.nextLink']!);
    expect(new Set([...names(first), ...names(rest)]).size).toBe(4);
    expect(rest.json['@odata.nextLink']).toBeUndefined();
  });

  rule('refuses a token that is not its own', async (context) => {
    expect((await find(context, 'a', '?$skiptoken=no')).status).toBe(400);
  });

  rule('leaves out who and where', { needs: 'fresh index', on: 'business' }, async (context) => {
    await furnish(context);
    const hit = (await find(context, 'sales')).json.value[0]!;
    expect(hit).toMatchObject({ searchResult: {}, size: 1 });
    for (const name of ['createdBy', 'lastModifiedBy', 'parentReference'])
      expect(hit).not.toHaveProperty(name);
  });

  rule('tells what is selected, and nothing else', { needs: 'fresh index' }, async (context) => {
    await furnish(context);
    const [hit] = (await find(context, 'sales', '?$select=id,name')).json.value;
    expect(
      Object.keys(hit!)
        .filter((name) => !name.startsWith('@'))
        .sort(),
    ).toEqual(['id', 'name']);
  });

  rule('needs the right to read', { needs: 'scopes' }, async ({ graph }) => {
    const refused = await graph(`/me/drive/root/${searchOf('a')}`, { scopes: ['User.Read'] });
    expect(refused.status).toBe(403);
  });

  rule('needs something to look for', async ({ graph }) => {
    expect((await graph('/me/drive/root/search')).status).toBe(400);
  });
});
