import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, makeFolder, putFile, type Json, type Reply, type TestWorld } from './graph-world';

let world: TestWorld;
let folder: Json;
let file: Json;

beforeEach(async () => {
  world = await createWorld();
  folder = await makeFolder(world, 'f');
  file = await putFile(world, 'f/a.txt', 'x');
});

type Page = Json & { readonly '@odata.deltaLink'?: string };
const read = async (path: string, headers: Record<string, string> = {}): Promise<Page> =>
  (await world.graph(path, { headers })).json;
const linkOf = (page: Page): string => page['@odata.deltaLink']!;
const ids = (page: Page): string[] => page.value.map(({ id }) => id);

describe('delta', () => {
  it('tells everything first, the root included and parents before children, then nothing', async () => {
    const first = await read('/me/drive/root/delta');
    expect(ids(first).slice(1)).toEqual([folder.id, file.id]);
    expect(first.value[0]).toHaveProperty('root');
    expect(first.value[2]!.parentReference.path).toMatch(/^\/drives\/b!.*\/root:\/f$/);
    expect(first.value[2]).not.toHaveProperty(['@microsoft.graph.downloadUrl']);
    expect(new URL(linkOf(first)).searchParams.get('token')).toBeTruthy();
    expect((await read(linkOf(first))).value).toEqual([]);
  });

  it('then tells what was made, renamed, written and deleted, with the folders above', async () => {
    const link = linkOf(await read('/me/drive/root/delta'));
    await putFile(world, 'f/a.txt', 'y');
    const changed = await read(link);
    expect(ids(changed)).toEqual([folder.id, expect.stringMatching(/^01/), file.id]);
    expect(ids(await read(link, { deltaExcludeParent: 'true' }))).toEqual([file.id]);
    await world.graph(`/me/drive/items/${folder.id}`, { method: 'PATCH', body: { name: 'g' } });
    expect(ids(await read(linkOf(changed), { deltaExcludeParent: 'true' }))).toEqual([folder.id]);
    await world.graph(`/me/drive/items/${folder.id}`, { method: 'DELETE' });
    const gone = await read(linkOf(changed));
    expect(gone.value).toMatchObject([
      { id: folder.id, deleted: { state: 'deleted' } },
      { id: file.id, deleted: { state: 'deleted' }, parentReference: { id: folder.id } },
    ]);
    expect(gone.value[0]).not.toHaveProperty('name');
    expect(ids(await read('/me/drive/root/delta'))).toHaveLength(1);
  });

  it('comes in pages that miss nothing that changes meanwhile', async () => {
    for (let n = 0; n < 5; n += 1) await putFile(world, `b${n}.txt`, 'x');
    const first = await read('/me/drive/root/delta?$top=4');
    expect(first.value).toHaveLength(4);
    await putFile(world, 'f/a.txt', 'changed meanwhile');
    const seen = ids(first);
    let page = first;
    while (page['@odata.nextLink'] !== undefined) {
      page = await read(page['@odata.nextLink'], { deltaExcludeParent: 'true' });
      seen.push(...ids(page));
    }
    expect(seen.lastIndexOf(file.id)).toBeGreaterThan(3);
    expect(new Set(seen).size).toBe(8);
    expect((await read(linkOf(page))).value).toEqual([]);
  });

  it('begins at now with token=latest, and takes a token in its name or query', async () => {
    const latest = await read('/me/drive/root/delta?token=latest');
    expect(latest.value).toEqual([]);
    const made = await putFile(world, 'new.txt', 'x');
    const token = new URL(linkOf(latest)).searchParams.get('token')!;
    const root = (await read('/me/drive/root')).id;
    for (const path of [
      `/me/drive/root/delta(token='${token}')`,
      `/me/drive/items/${root}/delta?token=${token}`,
    ]) {
      expect(ids(await read(path, { deltaExcludeParent: 'true' }))).toEqual([made.id]);
    }
  });

  it('answers 410 with a Location to a token that is none or of another life', async () => {
    const link = linkOf(await read('/me/drive/root/delta'));
    await world.service.reset();
    for (const path of [link, '/me/drive/root/delta?token=none']) {
      const answer: Reply = await world.graph(path);
      expect([answer.status, answer.json.error.code]).toEqual([410, 'resyncRequired']);
      expect((await world.graph(answer.headers.get('location')!)).status).toBe(200);
    }
  });

  it('is refused below the root', async () => {
    expect((await world.graph(`/me/drive/items/${folder.id}/delta`)).status).toBe(400);
  });
});
