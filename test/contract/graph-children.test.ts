import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, makeFolder, pia, putFile, type Json, type Reply, type TestWorld } from './graph-world';

let world: TestWorld;

beforeEach(async () => {
  world = await createWorld();
});

const names = ({ json }: Reply): string[] => json.value.map((item: Json) => item.name);

async function fill(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await putFile(world, `f${String(n).padStart(4, '0')}.txt`, `${n}`);
}

async function follow(first: string): Promise<string[][]> {
  const pages: string[][] = [];
  for (let link: string | undefined = first; link !== undefined;) {
    const page: Reply = await world.graph(link);
    pages.push(names(page));
    link = page.json['@odata.nextLink'];
  }
  return pages;
}

describe('a folder comes in pages', () => {
  it('of 200 unless asked otherwise, each item exactly once', async () => {
    await fill(450);
    const pages = await follow('/me/drive/root/children');
    expect(pages.map((page) => page.length)).toEqual([200, 200, 50]);
    expect(new Set(pages.flat()).size).toBe(450);
    expect(pages.flat()).toEqual(pages.flat().sort());
  });

  it('tells the count, and links by $skiptoken with the other options kept', async () => {
    await fill(5);
    const { json } = await world.graph('/me/drive/root/children?%24top=2&select=name');
    expect(json['@odata.count']).toBe(5);
    const link = new URL(json['@odata.nextLink']!);
    expect(link.searchParams.get('$skiptoken')).toBeTruthy();
    expect((await world.graph(link.href)).json.value).toEqual([
      { name: 'f0002.txt', '@odata.etag': expect.any(String) },
      { name: 'f0003.txt', '@odata.etag': expect.any(String) },
    ]);
  });

  it('neither repeats nor skips when items come and go meanwhile', async () => {
    await fill(6);
    const first = await world.graph('/me/drive/root/children?$top=3');
    await putFile(world, 'a new first.txt', 'x');
    await world.graph('/me/drive/root:/f0002.txt', { method: 'DELETE' });
    expect(names(await world.graph(first.json['@odata.nextLink']!))).toEqual([
      'f0003.txt',
      'f0004.txt',
      'f0005.txt',
    ]);
  });

  it('cuts $top down to 1000 and refuses nonsense', async () => {
    await fill(3);
    expect(names(await world.graph('/me/drive/root/children?$top=5000'))).toHaveLength(3);
    expect((await world.graph('/me/drive/root/children?$top=0')).status).toBe(400);
    expect((await world.graph('/me/drive/root/children?$top=abc')).status).toBe(400);
  });

  it('refuses a token that is not its own', async () => {
    await fill(3);
    const folder = await makeFolder(world, 'other');
    const { json } = await world.graph('/me/drive/root/children?$top=1');
    const token = new URL(json['@odata.nextLink']!).searchParams.get('$skiptoken');
    expect((await world.graph(`/me/drive/items/${folder.id}/children?$skiptoken=${token}`)).status).toBe(400);
    expect((await world.graph('/me/drive/root/children?$skiptoken=***')).status).toBe(400);
  });

  it('is empty for an empty folder and impossible for a file', async () => {
    const file = await putFile(world, 'a.txt', 'x');
    const folder = await makeFolder(world, 'empty');
    expect((await world.graph(`/me/drive/items/${folder.id}/children`)).json.value).toEqual([]);
    expect((await world.graph(`/me/drive/items/${file.id}/children`)).status).toBe(400);
  });
});

describe('options of a listing', () => {
  it('sorts by name, both ways, folders among files', async () => {
    await putFile(world, 'b.txt', 'x');
    await makeFolder(world, 'C');
    await putFile(world, 'A.txt', 'x');
    expect(names(await world.graph('/me/drive/root/children'))).toEqual(['A.txt', 'b.txt', 'C']);
    expect(names(await world.graph('/me/drive/root/children?$orderby=name%20desc'))).toEqual([
      'C',
      'b.txt',
      'A.txt',
    ]);
  });

  it('sorts by size on personal drives only', async () => {
    const put = (name: string, body: string): Promise<Reply> =>
      world.graph(`/me/drive/root:/${name}:/content`, { method: 'PUT', body, user: pia });
    await put('big.txt', 'xxxx');
    await put('small.txt', 'x');
    const sorted = await world.graph('/me/drive/root/children?$orderby=size', { user: pia });
    expect(names(sorted)).toEqual(['small.txt', 'big.txt']);
    const refused = await world.graph('/me/drive/root/children?$orderby=size');
    expect(refused.status).toBe(400);
    expect(refused.json.error.message).toMatch(/not supported for OrderBy/);
  });

  it('refuses $filter and $skip', async () => {
    const filtered = await world.graph('/me/drive/root/children?$filter=file%20ne%20null');
    expect([filtered.status, filtered.json.error.code]).toEqual([400, 'notSupported']);
    expect((await world.graph('/me/drive/root/children?$skip=1')).status).toBe(400);
  });

  it('leaves the download URL out of a $select that does not name it', async () => {
    await putFile(world, 'a.txt', 'x');
    const item = async (query: string): Promise<Json> =>
      (await world.graph(`/me/drive/root/children${query}`)).json.value[0]!;
    expect(await item('')).toHaveProperty(['@microsoft.graph.downloadUrl']);
    expect(await item('?$select=id,name')).not.toHaveProperty(['@microsoft.graph.downloadUrl']);
    expect(await item('?$select=id,@microsoft.graph.downloadUrl')).toHaveProperty([
      '@microsoft.graph.downloadUrl',
    ]);
    expect(await item('?select=id,content.downloadUrl')).toHaveProperty(['@microsoft.graph.downloadUrl']);
  });

  it('expands thumbnails to an array for every item', async () => {
    await putFile(world, 'a.txt', 'x');
    await putFile(world, 'b.jpg', 'x');
    await makeFolder(world, 'c');
    const { json } = await world.graph(
      '/me/drive/root/children?%24expand=thumbnails($select=c200x150_crop,large)',
    );
    const [text, picture, folder] = json.value.map((item: Json) => item.thumbnails);
    expect([text, folder]).toEqual([[], []]);
    expect(picture![0]).toMatchObject({
      id: '0',
      c200x150_crop: { width: 200, height: 150 },
      large: { width: 800 },
    });
  });

  it('refuses list options on a single item', async () => {
    expect((await world.graph('/me/drive/root?$top=2')).status).toBe(400);
  });

  it('expands children of an item', async () => {
    await putFile(world, 'a.txt', 'x');
    const { json } = await world.graph('/me/drive/root?$expand=children');
    expect(json.children).toHaveLength(1);
  });

  it('answers 304 while an item is unchanged', async () => {
    const file = await putFile(world, 'a.txt', 'x');
    const ask = (): Promise<Reply> =>
      world.graph(`/me/drive/items/${file.id}`, { headers: { 'If-None-Match': file.eTag } });
    expect((await ask()).status).toBe(304);
    await putFile(world, 'a.txt', 'y');
    expect((await ask()).status).toBe(200);
  });
});
