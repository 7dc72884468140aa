import { describe, expect } from 'vitest';
import type { Json, Reply } from './graph-world';
import { rule, type EmulatorRuleContext, type EmulatorRuleOptions } from './support/target';

const onPersonal: EmulatorRuleOptions = { needs: 'scopes', on: 'personal' };
const scopes = ['Files.ReadWrite.All'];

const urlOf = ({ id }: Pick<Json, 'id'>): string => `/me/drive/items/${id}`;

const remove = async ({ graph }: EmulatorRuleContext, item: Json): Promise<void> => {
  expect((await graph(urlOf(item), { method: 'DELETE' })).status).toBe(204);
};

const restore = ({ graph }: EmulatorRuleContext, item: Json, body: object = {}): Promise<Reply> =>
  graph(`${urlOf(item)}/restore`, { body, scopes });

describe('what is deleted', () => {
  const asked = '?includeDeletedItems=true';

  rule(
    'is told to who asks for it by its id, without a way to its content',
    { on: 'personal' },
    async (context) => {
      const { graph, folder, putFile } = context;
      const { '@microsoft.graph.downloadUrl': url, ...file } = await putFile('a.txt', 'x');
      expect(url).toBeTruthy();
      await graph(urlOf(file), { method: 'DELETE' });
      const { status, json } = await graph(`${urlOf(file)}${asked}`);
      expect([status, json]).toEqual([200, { ...file, deleted: { state: 'deleted' } }]);
      expect((await graph(urlOf(file))).status).toBe(404);
      expect((await graph(`${urlOf(file)}?includeDeletedItems=false`)).status).toBe(404);
      expect((await graph(`${folder.at('a.txt')}${asked}`)).status).toBe(404);
    },
  );

  rule('is told as far as it is selected', { on: 'personal' }, async ({ graph, putFile }) => {
    const file = await putFile('a.txt', 'x');
    await graph(urlOf(file), { method: 'DELETE' });
    const { json } = await graph(`${urlOf(file)}${asked}&$select=id,deleted`);
    expect(json).toMatchObject({ id: file.id, deleted: { state: 'deleted' } });
    expect(json).not.toHaveProperty('name');
  });

  rule('is no more for work drives', { on: 'business' }, async ({ graph, putFile }) => {
    const file = await putFile('a.txt', 'x');
    await graph(urlOf(file), { method: 'DELETE' });
    expect((await graph(`${urlOf(file)}${asked}`)).status).toBe(404);
  });

  rule('may be asked for of what is there', async ({ graph, putFile }) => {
    const file = await putFile('a.txt', 'x');
    const { json } = await graph(`${urlOf(file)}${asked}`);
    expect(json.id).toBe(file.id);
    expect(json).not.toHaveProperty('deleted');
  });
});

describe('restoring', () => {
  rule('brings a folder back with all that was below it', onPersonal, async (context) => {
    const { graph, bytes, folder, makeFolder, putFile } = context;
    const outer = await makeFolder('outer');
    const file = await putFile('outer/a.txt', 'bytes');
    await remove(context, outer);
    expect((await graph(urlOf(file))).status).toBe(404);
    expect((await graph(urlOf(outer))).status).toBe(404);
    const { status, json } = await restore(context, outer);
    expect([status, json]).toMatchObject([200, { id: outer.id, name: 'outer', size: 5 }]);
    const again = (await graph(folder.at('outer/a.txt'))).json;
    expect(again).toMatchObject({ id: file.id, eTag: file.eTag, file: file.file });
    expect((await bytes(again['@microsoft.graph.downloadUrl'])).text).toBe('bytes');
  });

  rule('takes another folder and another name', onPersonal, async (context) => {
    const { graph, folder, makeFolder, putFile } = context;
    const file = await putFile('a.txt', 'bytes');
    const to = await makeFolder('to');
    await remove(context, file);
    const { json } = await restore(context, file, { parentReference: { id: to.id }, name: 'b.txt' });
    expect(json).toMatchObject({ id: file.id, name: 'b.txt', parentReference: { id: to.id } });
    expect((await graph(folder.at('to/b.txt'))).json.id).toBe(file.id);
  });

  rule('is refused where the name is taken', onPersonal, async (context) => {
    const file = await context.putFile('a.txt', 'old');
    await remove(context, file);
    const successor = await context.putFile('a.txt', 'new');
    expect(successor.id).not.toBe(file.id);
    const { status, json } = await restore(context, file);
    expect([status, json.error.code]).toEqual([409, 'nameAlreadyExists']);
    expect((await restore(context, file, { name: 'b.txt' })).status).toBe(200);
  });

  rule('is told by delta', onPersonal, async (context) => {
    const { graph, makeFolder, putFile } = context;
    const outer = await makeFolder('outer');
    const file = await putFile('outer/a.txt', 'bytes');
    const before = (await graph('/me/drive/root/delta?token=latest')).json['@odata.deltaLink']!;
    await remove(context, outer);
    await restore(context, outer);
    const changes = (await graph(before, { headers: { deltaExcludeParent: 'true' } })).json.value;
    expect(changes.filter((change) => 'deleted' in change)).toEqual([]);
    expect(changes.map(({ id }) => id).toSorted()).toEqual([outer.id, file.id].toSorted());
  });

  rule(
    'is refused for what was never deleted, is unknown, or lost its folder',
    onPersonal,
    async (context) => {
      const outer = await context.makeFolder('outer');
      const file = await context.putFile('outer/a.txt', 'bytes');
      const unknown = { ...file, id: 'NOBODY!1' };
      expect((await restore(context, file)).status).toBe(400);
      expect((await restore(context, unknown)).status).toBe(404);
      await remove(context, file);
      expect((await restore(context, file, { parentReference: { id: 'NOBODY!1' } })).status).toBe(404);
      expect((await restore(context, file, { name: 'a:b' })).status).toBe(400);
      await remove(context, outer);
      expect((await restore(context, file)).status).toBe(404);
      expect((await restore(context, outer)).status).toBe(200);
      expect((await restore(context, file)).status).toBe(200);
    },
  );

  rule('asks for the right to all files', onPersonal, async (context) => {
    const file = await context.putFile('a.txt', 'bytes');
    await remove(context, file);
    const call = { body: {}, scopes: ['Files.ReadWrite'] };
    expect((await context.graph(`${urlOf(file)}/restore`, call)).status).toBe(403);
  });

  rule('is not for work drives', { needs: 'scopes', on: 'business' }, async (context) => {
    const file = await context.putFile('a.txt', 'bytes');
    expect((await restore(context, file)).status).toBe(405);
    await remove(context, file);
    expect((await restore(context, file)).status).toBe(404);
  });
});

describe('what is in the bin', () => {
  rule('can be neither read, changed nor uploaded to', onPersonal, async (context) => {
    const { graph, bytes, makeFolder, putFile } = context;
    const outer = await makeFolder('outer');
    const file = await putFile('a.txt', 'bytes');
    const { json } = await graph(urlOf(file));
    await remove(context, outer);
    await remove(context, file);
    const statuses = [
      await graph(`${urlOf(outer)}/children`),
      await graph(`${urlOf(outer)}:/b.txt:/content`, { method: 'PUT', body: 'x' }),
      await graph(`${urlOf(file)}/content`, { method: 'PUT', body: 'x' }),
      await graph(`${urlOf(file)}/createUploadSession`, { body: {} }),
      await graph(urlOf(file), { method: 'PATCH', body: { name: 'b.txt' } }),
      await graph(urlOf(file), { method: 'DELETE' }),
      await bytes(json['@microsoft.graph.downloadUrl']),
    ].map(({ status }) => status);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 404, 404]);
  });
});

describe('deleting for good', () => {
  rule('leaves nothing', { on: 'business' }, async ({ graph, putFile }) => {
    const file = await putFile('a.txt', 'bytes');
    const gone = await graph(`${urlOf(file)}/permanentDelete`, { method: 'POST' });
    expect([gone.status, gone.text]).toEqual([204, '']);
    expect((await graph(urlOf(file))).status).toBe(404);
    expect((await graph(`${urlOf(file)}/permanentDelete`, { method: 'POST' })).status).toBe(404);
  });

  rule('is refused', { on: 'personal' }, async ({ graph, putFile }) => {
    const file = await putFile('a.txt', 'bytes');
    expect((await graph(`${urlOf(file)}/permanentDelete`, { method: 'POST' })).status).toBe(405);
    expect((await graph(urlOf(file))).status).toBe(200);
  });
});
