import { describe, expect } from 'vitest';
import type { Json, Reply } from './graph-world';
import { eventually } from './support/eventually';
import { rule, type RuleContext } from './support/target';

const names = ({ json }: Reply): string[] => json.value.map((item: Json) => item.name);

async function fill({ putFile }: RuleContext, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await putFile(`f${String(n).padStart(4, '0')}.txt`, `${n}`);
}

describe('a folder comes in pages', () => {
  rule('of 200 unless asked otherwise, each item exactly once', { needs: 'whole drive' }, async (context) => {
    const { graph, folder } = context;
    await fill(context, 450);
    const pages: string[][] = [];
    for (let link: string | undefined = `${folder.url}/children`; link !== undefined;) {
      const page: Reply = await graph(link);
      pages.push(names(page));
      link = page.json['@odata.nextLink'];
    }
    expect(pages.map((page) => page.length)).toEqual([200, 200, 50]);
    expect(new Set(pages.flat()).size).toBe(450);
    expect(pages.flat()).toEqual(pages.flat().sort());
  });

  rule('of the size asked for, linked by $skiptoken with the other options kept', async (context) => {
    const { graph, folder } = context;
    await fill(context, 5);
    const { json } = await graph(`${folder.url}/children?%24top=2&select=name`);
    expect(names({ json } as Reply)).toEqual(['f0000.txt', 'f0001.txt']);
    const link = new URL(json['@odata.nextLink']!);
    expect(link.searchParams.get('$skiptoken')).toBeTruthy();
    const next = (await graph(link.href)).json.value;
    expect(next.map((item) => Object.keys(item).filter((name) => !name.startsWith('@')))).toEqual([
      ['name'],
      ['name'],
    ]);
    expect(next.map(({ name }) => name)).toEqual(['f0002.txt', 'f0003.txt']);
  });

  rule('and tells the count', { needs: 'state' }, async (context) => {
    await fill(context, 3);
    const { json } = await context.graph(`${context.folder.url}/children?$top=1`);
    expect(json['@odata.count']).toBe(3);
  });

  rule('neither repeats nor skips when items come and go meanwhile', async (context) => {
    const { graph, folder, putFile } = context;
    await fill(context, 6);
    const first = await graph(`${folder.url}/children?$top=3`);
    await putFile('a new first.txt', 'x');
    await graph(folder.at('f0002.txt'), { method: 'DELETE' });
    const rest = names(await graph(first.json['@odata.nextLink']!));
    expect(rest).toEqual(['f0003.txt', 'f0004.txt', 'f0005.txt']);
  });

  rule('cuts $top down to 1000 and refuses nonsense', async (context) => {
    const { graph, folder } = context;
    await fill(context, 3);
    expect(names(await graph(`${folder.url}/children?$top=5000`))).toHaveLength(3);
    expect((await graph(`${folder.url}/children?$top=0`)).status).toBe(400);
    expect((await graph(`${folder.url}/children?$top=abc`)).status).toBe(400);
  });

  rule('refuses a token that is not its own', async (context) => {
    const { graph, folder, makeFolder } = context;
    await fill(context, 3);
    const other = await makeFolder('other');
    const { json } = await graph(`${folder.url}/children?$top=1`);
    const token = new URL(json['@odata.nextLink']!).searchParams.get('$skiptoken');
    expect((await graph(`/me/drive/items/${other.id}/children?$skiptoken=${token}`)).status).toBe(400);
    expect((await graph(`${folder.url}/children?$skiptoken=***`)).status).toBe(400);
  });

  rule('is empty for an empty folder and impossible for a file', async ({ graph, folder, putFile }) => {
    expect((await graph(`${folder.url}/children`)).json.value).toEqual([]);
    const file = await putFile('a.txt', 'x');
    expect((await graph(`/me/drive/items/${file.id}/children`)).status).toBe(400);
  });
});

describe('options of a listing', () => {
  rule('sorts by name, both ways, folders among files', async ({ graph, folder, putFile, makeFolder }) => {
    await putFile('b.txt', 'x');
    await makeFolder('C');
    await putFile('A.txt', 'x');
    await eventually(async () => {
      expect(names(await graph(`${folder.url}/children`))).toEqual(['A.txt', 'b.txt', 'C']);
    });
    const descending = await graph(`${folder.url}/children?$orderby=name%20desc`);
    expect(names(descending)).toEqual(['C', 'b.txt', 'A.txt']);
  });

  rule('sorts by size', { on: 'personal' }, async ({ graph, folder, putFile }) => {
    await putFile('big.txt', 'xxxx');
    await putFile('small.txt', 'x');
    expect(names(await graph(`${folder.url}/children?$orderby=size`))).toEqual(['small.txt', 'big.txt']);
  });

  rule('sorts by nothing but the name', { on: 'business' }, async ({ graph, folder }) => {
    for (const property of ['size', 'lastModifiedDateTime', 'createdDateTime']) {
      const { status, json } = await graph(`${folder.url}/children?$orderby=${property}`);
      expect([status, json.error.code]).toEqual([400, 'invalidRequest']);
      expect(json.error.message).toMatch(/not supported for OrderBy/);
    }
  });

  rule('refuses $filter and $skip', async ({ graph, folder }) => {
    for (const filter of ['file ne null', `name eq 'a.txt'`, 'folder eq null']) {
      const filtered = await graph(`${folder.url}/children?$filter=${encodeURIComponent(filter)}`);
      expect([filter, filtered.status, filtered.json.error.code]).toEqual([filter, 400, 'notSupported']);
    }
    expect((await graph(`${folder.url}/children?$skip=1`)).status).toBe(400);
  });

  rule('tells the folders only, where it is asked for them', { on: 'business' }, async (context) => {
    const { graph, folder, makeFolder, putFile } = context;
    for (const path of ['b', 'd', 'e']) await makeFolder(path);
    for (const path of ['a.txt', 'c.txt']) await putFile(path, 'x');
    const first = await graph(`${folder.url}/children?$filter=folder%20ne%20null&$top=2`);
    expect(names(first)).toEqual(['b', 'd']);
    expect(names(await graph(first.json['@odata.nextLink']!))).toEqual(['e']);
  });

  rule('knows no filter at all', { on: 'personal' }, async ({ graph, folder }) => {
    const { status, json } = await graph(`${folder.url}/children?$filter=folder%20ne%20null`);
    expect([status, json.error.code]).toEqual([400, 'notSupported']);
  });

  rule('brings the permissions of every item', async ({ graph, folder, putFile }) => {
    const file = await putFile('a.txt', 'x');
    await graph(`/me/drive/items/${file.id}/createLink`, { body: { type: 'view', scope: 'users' } });
    const { json } = await graph(`${folder.url}/children?$expand=permissions($select=id,link),thumbnails`);
    const [{ permissions, thumbnails }] = json.value as [Json];
    expect(permissions.map((each) => 'link' in each)).toContain(true);
    expect(thumbnails).toEqual([]);
    const delta = await graph('/me/drive/root/delta?$expand=permissions');
    const linked = delta.json.value.filter((item) => item.permissions.some((each: Json) => 'link' in each));
    expect(linked.map(({ id }) => id)).toEqual([file.id]);
  });

  rule('refuses to expand what nothing has', async ({ graph, folder }) => {
    for (const path of [folder.url, `${folder.url}/children`]) {
      const { status, json } = await graph(`${path}?$expand=frobs`);
      expect([status, json.error.code]).toEqual([400, 'BadRequest']);
      expect(json.error.message).toMatch(/Could not find a property named 'frobs'/);
    }
  });

  rule('says what it does not emulate', { needs: 'state' }, async ({ graph, folder }) => {
    for (const path of [
      '/retentionLabel',
      "/getActivitiesByInterval(startDateTime='2026-01-01',endDateTime='2026-01-10',interval='day')",
      '/children?$expand=versions',
    ]) {
      const { status, json } = await graph(`${folder.url}${path}`);
      expect([path, status, json.error.code]).toEqual([path, 501, 'notSupported']);
    }
  });

  rule('leaves the download URL out of a $select that does not name it', async (context) => {
    const { graph, folder, putFile } = context;
    await putFile('a.txt', 'x');
    const item = async (query: string): Promise<Json> =>
      (await graph(`${folder.url}/children${query}`)).json.value[0]!;
    const downloadUrl = ['@microsoft.graph.downloadUrl'];
    expect(await item('')).toHaveProperty(downloadUrl);
    expect(await item('?$select=id,name')).not.toHaveProperty(downloadUrl);
    expect(await item('?$select=id,@microsoft.graph.downloadUrl')).toHaveProperty(downloadUrl);
    expect(await item('?select=id,content.downloadUrl')).toHaveProperty(downloadUrl);
  });

  rule('brings the whole of a property of which a part is selected', async ({ graph, folder, putFile }) => {
    const made = await putFile('a.txt', 'x');
    const { json } = await graph(`${folder.url}/children?$select=id,file/hashes`);
    expect(json.value[0]).toMatchObject({ id: made.id, file: { mimeType: 'text/plain' } });
    expect(json.value[0]).not.toHaveProperty('name');
  });

  rule('expands thumbnails to an array for every item', async ({ graph, folder, putFile, makeFolder }) => {
    await putFile('a.txt', 'x');
    await makeFolder('c');
    const { json } = await graph(`${folder.url}/children?%24expand=thumbnails`);
    expect(json.value.map(({ thumbnails }) => thumbnails)).toEqual([[], []]);
  });

  rule('expands thumbnails in sizes of one’s own', { needs: 'fresh index' }, async (context) => {
    const { graph, folder, putFile } = context;
    await putFile('b.jpg', 'x');
    const { json } = await graph(`${folder.url}/children?%24expand=thumbnails($select=c200x150_crop,large)`);
    expect(json.value[0]!.thumbnails[0]).toMatchObject({
      id: '0',
      c200x150_crop: { width: 200, height: 150 },
      large: { width: 800 },
    });
  });

  rule('refuses list options on a single item', async ({ graph, folder }) => {
    for (const option of ['$top=2', '$orderby=name', '$skip=1', '$count=true', '$filter=file%20ne%20null']) {
      const { status, json } = await graph(`${folder.url}?${option}`);
      expect([option, status]).toEqual([option, 400]);
      expect(json.error.message).toMatch(/only on collections/);
    }
  });

  rule('expands children of an item', async ({ graph, folder, putFile }) => {
    await putFile('a.txt', 'x');
    expect((await graph(`${folder.url}?$expand=children`)).json.children).toHaveLength(1);
  });

  rule(
    'expands children with the properties that the brackets select',
    async ({ graph, folder, putFile }) => {
      const file = await putFile('a.txt', 'x');
      const { json } = await graph(`${folder.url}?$select=id&$expand=children($select=id,name)`);
      expect(json).not.toHaveProperty('name');
      expect(json.children).toMatchObject([{ id: file.id, name: 'a.txt' }]);
      expect(json.children[0]).not.toHaveProperty('size');
    },
  );

  rule('expands more children than a page holds in one shape', { needs: 'state' }, async (context) => {
    const { graph, folder, putFile } = context;
    for (let n = 0; n < 202; n += 1) await putFile(`${n}.txt`, 'x');
    const first = (await graph(`${folder.url}?$expand=children($select=id,name)`)).json;
    const next = (await graph(first['children@odata.nextLink']!)).json;
    expect([first.children.length, next.value.length]).toEqual([200, 2]);
    expect(Object.keys(next.value[0]!)).toEqual(Object.keys(first.children[0]!));
  });

  rule('answers 304 while an item is unchanged', async ({ graph, folder, putFile }) => {
    const file = await putFile('a.txt', 'x');
    const ask = (): Promise<Reply> => graph(folder.at('a.txt'), { headers: { 'If-None-Match': file.eTag } });
    expect((await ask()).status).toBe(304);
    await putFile('a.txt', 'y');
    expect((await ask()).status).toBe(200);
  });
});
