import { beforeAll, describe, expect, it } from 'vitest';
import { ada, createWorld, type Json, type TestWorld } from './graph-world';

const COUNT = 20_000;
const LARGE = '/me/drive/root:/Large folder';
const PLACES = [1, 513, 9_999, COUNT];

function nameOf(place: number): string {
  return `Item ${String(place).padStart(String(COUNT).length, '0')}.txt`;
}

describe.each(['business', 'personal'] as const)('a large %s drive', (profile) => {
  let world: TestWorld;
  /** What should be in the folder by now. */
  let expected: Set<string>;
  let other: Json;

  beforeAll(async () => {
    world = await createWorld({ drive: 'large', items: COUNT, profile });
    expected = new Set(Array.from({ length: COUNT }, (_, index) => nameOf(index + 1)));
    const body = { name: 'Other', folder: {} };
    other = (await world.graph('/me/drive/root/children', { body })).json;
  });

  const read = async (path: string): Promise<Json> => {
    const { status, json } = await world.graph(path);
    expect(status).toBe(200);
    return json;
  };
  const itemAt = (name: string): Promise<Json> => read(`${LARGE}/${name}`);
  const patch = async (item: Json, body: object): Promise<void> => {
    const { status } = await world.graph(`/me/drive/items/${item.id}`, { method: 'PATCH', body });
    expect(status).toBe(200);
  };
  const find = async (text: string): Promise<string[]> =>
    (await read(`/me/drive/root/search(q='${text}')`)).value.map(({ name }) => name);
  const since = async (token: string): Promise<readonly Json[]> =>
    (await read(`/me/drive/root/delta?token=${token}`)).value;
  const tokenNow = async (): Promise<string> => {
    const latest = await read('/me/drive/root/delta?token=latest');
    return new URL(latest['@odata.deltaLink'] ?? '').searchParams.get('token') ?? '';
  };
  /** Each page checked for its count, all pages together for what they hold and in which order. */
  const checkFolder = async (): Promise<void> => {
    const sorted = [...expected].toSorted((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' }));
    const listed: string[] = [];
    for (let link: string | undefined = `${LARGE}:/children?$top=1000&$select=name`; link !== undefined;) {
      const page: Json = await read(link);
      expect(page['@odata.count']).toBe(expected.size);
      listed.push(...page.value.map(({ name }) => name));
      link = page['@odata.nextLink'];
    }
    expect(listed).toEqual(sorted);
    const backwards = await read(`${LARGE}:/children?$top=1000&$select=name&$orderby=name desc`);
    expect(backwards.value.map(({ name }) => name)).toEqual(sorted.slice(-1000).toReversed());
    expect((await read(LARGE)).folder.childCount).toBe(expected.size);
  };

  it('lists every item once, in order, and finds each by id', async () => {
    await checkFolder();
    for (const place of PLACES) {
      const item = await itemAt(nameOf(place));
      expect((await read(`/me/drive/items/${item.id}`)).name).toBe(nameOf(place));
    }
  });

  it.each(PLACES)('shows item %i under its new name everywhere', async (place) => {
    const item = await itemAt(nameOf(place));
    const token = await tokenNow();
    const name = `Äther ${place}.txt`;
    await patch(item, { name });
    expected.delete(nameOf(place));
    expected.add(name);
    expect((await world.graph(`${LARGE}/${nameOf(place)}`)).status).toBe(404);
    expect(await itemAt(encodeURIComponent(name))).toMatchObject({ id: item.id, name, size: item.size });
    expect((await since(token)).filter(({ file }) => file !== undefined)).toMatchObject([
      { id: item.id, name },
    ]);
    expect(await find(`äther ${place}`)).toEqual([name]);
    expect(await find(nameOf(place))).toEqual([]);
  });

  it.each([2, 10_000, COUNT - 1])('moves item %i with its bytes', async (place) => {
    const item = await itemAt(nameOf(place));
    const before = (await read(LARGE)).size;
    const token = await tokenNow();
    await patch(item, { parentReference: { id: other.id } });
    expected.delete(nameOf(place));
    expect((await read(LARGE)).size).toBe(before - item.size);
    expect(await read(`/me/drive/root:/Other/${nameOf(place)}`)).toMatchObject({ id: item.id });
    const changed = (await since(token)).find(({ id }) => id === item.id);
    expect(changed?.parentReference.id).toBe(other.id);
    expect(await find(nameOf(place))).toEqual([nameOf(place)]);
  });

  it.each([3, 12_345, COUNT - 2])('deletes item %i', async (place) => {
    const item = await itemAt(nameOf(place));
    const used = (await read('/me/drive')).quota.used;
    const token = await tokenNow();
    expect((await world.graph(`/me/drive/items/${item.id}`, { method: 'DELETE' })).status).toBe(204);
    expected.delete(nameOf(place));
    expect((await read('/me/drive')).quota.used).toBe(used - item.size);
    expect((await world.graph(`/me/drive/items/${item.id}`)).status).toBe(404);
    expect(await since(token)).toMatchObject([{ id: item.id, deleted: { state: 'deleted' } }]);
    expect(await find(nameOf(place))).toEqual([]);
  });

  it('lists every item once, in order, also after all that', () => checkFolder());

  it('tells everything that is there from the beginning, once', async () => {
    const ids: string[] = [];
    let link: string | undefined = '/me/drive/root/delta?$top=1000&$select=id';
    let latest: string | undefined;
    while (link !== undefined) {
      const page: Json = await read(link);
      ids.push(...page.value.map(({ id }) => id));
      link = page['@odata.nextLink'];
      latest = page['@odata.deltaLink'];
    }
    // With the root and both folders, and those moved to the other one.
    expect(ids).toHaveLength(expected.size + 3 + 3);
    expect(new Set(ids).size).toBe(ids.length);
    expect(latest).toBeDefined();
  });

  it('can be told by the number of its items alone', () => {
    const { drives } = world.service.state({ items: false }) as { drives: Json[] };
    expect(drives[0]).toMatchObject({ owner: ada.upn, count: expected.size + 6 });
    expect(drives[0]).not.toHaveProperty('items');
  });

  it('goes with all that is in it', async () => {
    const folder = await read(LARGE);
    const token = await tokenNow();
    expect((await world.graph(`/me/drive/items/${folder.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await read('/me/drive/root')).folder.childCount).toBe(1);
    expect(await find('äther')).toEqual([]);
    const gone = await read(`/me/drive/root/delta?token=${token}&$top=1000`);
    expect(gone.value).toHaveLength(1000);
    expect(gone.value.every(({ deleted }) => deleted !== undefined)).toBe(true);
    expect((await read('/me/drive/root/delta')).value).toHaveLength(5);
  });
});

it('30,000 items can be copied at once, and one more is refused by the monitor', async () => {
  const { graph, bytes } = await createWorld({ drive: 'large', items: 30_000 });
  const folder = (await graph(LARGE)).json;
  const copy = async (): Promise<Json> => {
    const { status, headers } = await graph(`/me/drive/items/${folder.id}/copy`, { body: { name: 'x' } });
    expect(status).toBe(202);
    const monitor = headers.get('location') ?? '';
    await bytes(monitor);
    return (await bytes(monitor)).json;
  };
  expect(await copy()).toMatchObject({ status: 'failed', error: { code: 'notAllowed' } });
  expect((await graph('/me/drive/root:/x')).status).toBe(404);
  const [item] = (await graph(`${LARGE}:/children?$top=1`)).json.value;
  expect((await graph(`/me/drive/items/${item?.id}`, { method: 'DELETE' })).status).toBe(204);
  expect(await copy()).toMatchObject({ status: 'completed' });
  expect((await graph('/me/drive/root:/x')).json.folder.childCount).toBe(29_999);
});
