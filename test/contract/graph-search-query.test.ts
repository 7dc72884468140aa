import { describe, expect, it } from 'vitest';
import { ada, bob, createWorld, nobody, pia, team, type Json, type Reply } from './graph-world';

const FILES = ['Files.ReadWrite.All'];
const outcome = ({ status, json }: Reply): unknown => [status, json?.error?.code];

interface Answered {
  readonly value: readonly {
    readonly searchTerms: readonly string[];
    readonly hitsContainers: readonly {
      readonly total: number;
      readonly moreResultsAvailable: boolean;
      readonly hits?: readonly { readonly rank: number; readonly hitId: string; readonly resource: Json }[];
    }[];
  }[];
}

/** Files in one's own drive, in that of a colleague and in the library of a team. */
async function start() {
  const world = await createWorld();
  const put = async (path: string, user = ada): Promise<Json> => {
    const reply = await world.graph(`${path}:/content`, { method: 'PUT', body: path, scopes: FILES, user });
    world.clock.now += 1_000;
    return reply.json;
  };
  await put('/me/drive/root:/Sales report 2025.docx');
  await put('/me/drive/root:/Sales report 2026.xlsx');
  await put('/me/drive/root:/Letters/Dear Sofía.docx');
  const shared = await put('/me/drive/root:/Report of Bob.txt', bob);
  await put('/me/drive/root:/Report that is not shared.txt', bob);
  await put(`/groups/${team.id}/drive/root:/Report of the team.docx`, bob);
  await world.graph(`/me/drive/items/${shared.id}/invite`, {
    body: { recipients: [{ email: ada.upn }], roles: ['read'] },
    user: bob,
  });
  const ask = (query: string, more: object = {}, call: object = {}): Promise<Reply> =>
    world.graph('/search/query', {
      body: { requests: [{ entityTypes: ['driveItem'], query: { queryString: query }, ...more }] },
      scopes: FILES,
      ...call,
    });
  const container = ({ json }: Reply) => (json as unknown as Answered).value[0]!.hitsContainers[0]!;
  const names = async (query: string, more: object = {}): Promise<string[]> =>
    (container(await ask(query, more)).hits ?? []).map(({ resource }) => resource.name);
  return { world, ask, container, names };
}

describe('a search in everything', () => {
  it('finds in one’s own drive, in those of teams and what was shared, newest first', async () => {
    const { names } = await start();
    expect(await names('report')).toEqual([
      'Report of the team.docx',
      'Report of Bob.txt',
      'Sales report 2026.xlsx',
      'Sales report 2025.docx',
    ]);
  });

  it('tells where a hit is, its rank, and how many there are', async () => {
    const { ask, container } = await start();
    const { hits, total, moreResultsAvailable } = container(await ask('report', { from: 1, size: 2 }));
    expect([total, moreResultsAvailable]).toEqual([4, true]);
    expect(hits?.map(({ rank }) => rank)).toEqual([2, 3]);
    expect(hits?.[0]?.resource.parentReference.driveId).toMatch(/^b!/);
    expect(container(await ask('nothing at all'))).toEqual({ total: 0, moreResultsAvailable: false });
  });

  it.each(['name', 'size', 'createdDateTime'])(
    'tells each of many once, page by page, by %s',
    async (name) => {
      const world = await createWorld({ drive: 'large', items: 500 });
      const read = async (from: number, size: number): Promise<string[]> => {
        const query = { queryString: 'item' };
        const sortProperties = [{ name, isDescending: true }];
        const body = { requests: [{ entityTypes: ['driveItem'], query, from, size, sortProperties }] };
        const { json } = await world.graph('/search/query', { body, scopes: FILES });
        const { hits, total } = (json as unknown as Answered).value[0]!.hitsContainers[0]!;
        expect(total).toBe(500);
        return (hits ?? []).map(({ hitId }) => hitId);
      };
      const whole = await read(0, 1000);
      expect(new Set(whole).size).toBe(500);
      expect([...(await read(0, 150)), ...(await read(150, 300)), ...(await read(450, 300))]).toEqual(whole);
      expect(await read(600, 10)).toEqual([]);
    },
  );

  const queries: readonly (readonly [string, readonly string[]])[] = [
    ['sales 2026', ['Sales report 2026.xlsx']],
    ['"report 2025"', ['Sales report 2025.docx']],
    ['"2025 report"', []],
    ['sal*', ['Sales report 2026.xlsx', 'Sales report 2025.docx']],
    ['sal', []],
    ['filename:sofía', ['Dear Sofía.docx']],
    ['sales filetype:docx', ['Sales report 2025.docx']],
    ['filetype:xlsx OR filetype:txt', ['Report of Bob.txt', 'Sales report 2026.xlsx']],
    ['sales NOT 2025', ['Sales report 2026.xlsx']],
    ['sales -2025', ['Sales report 2026.xlsx']],
    ['report AND (bob OR team)', ['Report of the team.docx', 'Report of Bob.txt']],
    ['author:"Bob Work" report', ['Report of the team.docx', 'Report of Bob.txt']],
    ['path:"http://localhost:5175/personal/ada_contoso_example/Documents/Letters" dear', ['Dear Sofía.docx']],
  ];
  it.each(queries)('understands %s', async (query, expected) => {
    const { names } = await start();
    expect(await names(query)).toEqual(expected);
  });

  it('takes queries of some length and depth only', async () => {
    const { ask, names } = await start();
    const inner = ({ json }: Reply): unknown => [json.error.code, json.error.innerError.code];
    const deep = (levels: number): string => `${'('.repeat(levels)}sofía${')'.repeat(levels)}`;
    expect(await names(deep(249))).toEqual(['Dear Sofía.docx']);
    expect(await names(`${'NOT '.repeat(498)}sofía`)).toEqual(['Dear Sofía.docx']);
    expect(await names(`"${' '.repeat(4089)}sofía"`)).toEqual(['Dear Sofía.docx']);
    for (const query of ['(', 'NOT ', '-'])
      expect(inner(await ask(query.repeat(20_000)))).toEqual(['invalidRequest', 'maxQueryLengthExceeded']);
    for (const query of [deep(250), 'NOT '.repeat(501), 'a '.repeat(501)])
      expect(inner(await ask(query))).toEqual(['invalidRequest', 'tooManyTermsInQuery']);
    for (const query of ['path:"\ud800"', '\udfff'])
      expect(outcome(await ask(query))).toEqual([400, 'invalidRequest']);
  });

  it('sorts as it is told', async () => {
    const { names, ask } = await start();
    const by = (name: string, isDescending = false) => ({ sortProperties: [{ name, isDescending }] });
    expect((await names('report', by('name')))[0]).toBe('Report of Bob.txt');
    expect((await names('report', by('lastModifiedDateTime')))[0]).toBe('Sales report 2025.docx');
    expect(outcome(await ask('report', by('colour')))).toEqual([400, 'BadRequest']);
  });

  it('refuses what it does not understand', async () => {
    const { ask, world } = await start();
    const refused = [400, 'BadRequest'];
    expect(outcome(await ask('report', { entityTypes: ['message'] }))).toEqual(refused);
    for (const query of ['colour:blue', '(report', 'report)'])
      expect(outcome(await ask(query))).toEqual(refused);
    expect((await ask('report', { size: 1_001 })).status).toBe(400);
    expect((await ask('report', { from: -1 })).status).toBe(400);
    const body = { requests: [] };
    expect((await world.graph('/search/query', { body, scopes: FILES })).status).toBe(400);
  });

  it('is for work accounts with Files.Read.All', async () => {
    const { ask, container } = await start();
    expect(outcome(await ask('report', {}, { user: pia }))).toEqual([400, 'BadRequest']);
    expect(outcome(await ask('report', {}, { scopes: ['Files.ReadWrite'] }))).toEqual([403, 'accessDenied']);
    expect(container(await ask('report', {}, { user: nobody })).total).toBe(0);
  });
});

describe('sharedWithMe and recent', () => {
  it('list nothing since November 2026', async () => {
    const { world } = await start();
    for (const list of ['sharedWithMe', 'recent']) {
      const { status, json } = await world.graph(`/me/drive/${list}`, { scopes: FILES });
      expect([status, json.value]).toEqual([200, []]);
    }
  });

  it('list what they did before where a policy says so, as items that point elsewhere', async () => {
    const { world } = await start();
    world.service.setPolicy({ retiredLists: true });
    const shared = (await world.graph('/me/drive/sharedWithMe', { scopes: FILES })).json.value;
    expect(shared).toMatchObject([
      { name: 'Report of Bob.txt', remoteItem: { file: {}, shared: { scope: 'users' } } },
    ]);
    const { remoteItem } = shared[0] as Json & { remoteItem: Json };
    const address = `/drives/${remoteItem.parentReference.driveId}/items/${remoteItem.id}`;
    expect((await world.graph(address, { scopes: FILES })).json.name).toBe('Report of Bob.txt');
    const recent = async (user: typeof ada) =>
      (await world.graph('/me/drive/recent', { scopes: FILES, user })).json.value.map(({ name }) => name);
    expect((await recent(ada))[0]).toBe('Dear Sofía.docx');
    expect(await recent(bob)).toEqual([
      'Report of the team.docx',
      'Report that is not shared.txt',
      'Report of Bob.txt',
    ]);
  });

  it('forget what is no longer shared, and ask for Files.Read.All', async () => {
    const { world } = await start();
    world.service.setPolicy({ retiredLists: true });
    const [{ remoteItem }] = (await world.graph('/me/drive/sharedWithMe', { scopes: FILES })).json
      .value as unknown as [{ remoteItem: Json }];
    await world.graph(`/me/drive/items/${remoteItem.id}`, { method: 'DELETE', user: bob });
    expect((await world.graph('/me/drive/sharedWithMe', { scopes: FILES })).json.value).toEqual([]);
    expect(outcome(await world.graph('/me/drive/sharedWithMe', { scopes: ['Files.Read'] }))).toEqual([
      403,
      'accessDenied',
    ]);
  });
});
