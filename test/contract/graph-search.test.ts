import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, makeFolder, pia, putFile, type Reply, type TestWorld } from './graph-world';

let world: TestWorld;
const names = ({ json }: Reply): string[] => json.value.map(({ name }) => name);
const find = (text: string, rest = ''): Promise<Reply> =>
  world.graph(`/me/drive/root/search(q='${encodeURIComponent(text.replaceAll("'", "''"))}')${rest}`);

beforeEach(async () => {
  world = await createWorld();
  await makeFolder(world, 'Reports 2026');
  world.clock.now += 1_000;
  await putFile(world, 'Reports%202026/Sales%20report.txt', 'x');
  world.clock.now += 1_000;
  await putFile(world, encodeURIComponent("Ada's café.txt"), 'y');
});

describe('search', () => {
  it('finds by every word of a name, in any folder, in any case, newest first', async () => {
    expect(names(await find('REPORT'))).toEqual(['Sales report.txt', 'Reports 2026']);
    expect(names(await find('report sales'))).toEqual(['Sales report.txt']);
    expect(names(await find("ada's cafe\u0301"))).toEqual(["Ada's café.txt"]);
    expect(names(await find('nothing'))).toEqual([]);
    expect(names(await find('*'))).toHaveLength(3);
    expect(names(await find(''))).toHaveLength(3);
  });

  it('works on the drive as a whole and from a folder, where work drives look everywhere', async () => {
    expect(names(await world.graph(`/me/drive/search(q='sales')`))).toEqual(['Sales report.txt']);
    expect(names(await world.graph(`/me/drive/root:/Reports 2026:/search(q='ada')`))).toEqual([
      "Ada's café.txt",
    ]);
    await world.graph('/me/drive/root:/a.txt:/content', { method: 'PUT', body: 'x', user: pia });
    await makeFolder(world, 'f');
    await world.graph('/me/drive/root/children', { body: { name: 'f', folder: {} }, user: pia });
    expect(names(await world.graph(`/me/drive/root:/f:/search(q='a')`, { user: pia }))).toEqual([]);
  });

  it('comes in pages', async () => {
    const first = await find('', '?$top=2');
    expect(names(first)).toHaveLength(2);
    const rest = await world.graph(first.json['@odata.nextLink']!);
    expect([...names(first), ...names(rest)].toSorted()).toEqual([
      "Ada's café.txt",
      'Reports 2026',
      'Sales report.txt',
    ]);
    expect(rest.json['@odata.nextLink']).toBeUndefined();
    expect((await find('', '?$skiptoken=no')).status).toBe(400);
  });

  it('leaves out on work drives what the service leaves out', async () => {
    const hit = (await find('sales')).json.value[0]!;
    expect(hit).toMatchObject({ searchResult: {}, size: 1 });
    for (const name of ['createdBy', 'lastModifiedBy', 'parentReference'])
      expect(hit).not.toHaveProperty(name);
  });

  it('needs the right to read, and is no other action', async () => {
    const refused = await world.graph(`/me/drive/root/search(q='a')`, { scopes: ['User.Read'] });
    expect(refused.status).toBe(403);
    expect((await world.graph('/me/drive/root/search')).status).toBe(400);
  });
});
