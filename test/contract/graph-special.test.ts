import { describe, expect } from 'vitest';
import type { Reply } from './graph-world';
import { rule, type EmulatorRuleContext, type EmulatorRuleOptions } from './support/target';

const SPECIAL = '/me/drive/special';
const outcome = ({ status, json }: Reply): unknown => [status, json.error.code];
/** These are one to a drive, whatever folder a rule has. */
const whole: EmulatorRuleOptions = { needs: 'whole drive', on: 'own' };

const put = ({ graph }: EmulatorRuleContext, path: string, scopes?: readonly string[]): Promise<Reply> =>
  graph(`${SPECIAL}/${path}:/content`, { method: 'PUT', body: 'x', ...(scopes && { scopes }) });

describe('a special folder', () => {
  for (const [name, at] of [
    ['documents', 'Documents'],
    ['photos', 'Pictures'],
    ['music', 'Music'],
  ] as const) {
    rule(`${name} is made when something is written into it`, whole, async (context) => {
      const { graph } = context;
      expect(outcome(await graph(`${SPECIAL}/${name}`))).toEqual([404, 'itemNotFound']);
      expect(outcome(await graph(`${SPECIAL}/${name}/children`))).toEqual([404, 'itemNotFound']);
      expect((await put(context, `${name}:/a.txt`)).status).toBe(201);
      const { json } = await graph(`${SPECIAL}/${name}`);
      expect(json).toMatchObject({ name: at, specialFolder: { name } });
      expect((await graph(`${SPECIAL}/${name}/children`)).json.value.map((item) => item.name)).toEqual([
        'a.txt',
      ]);
      expect((await graph(`/me/drive/root:/${at}/a.txt`)).status).toBe(200);
    });
  }

  rule('is made by a new folder and by an upload session too', whole, async ({ graph }) => {
    const folder = await graph(`${SPECIAL}/documents/children`, { body: { name: 'f', folder: {} } });
    expect(folder.status).toBe(201);
    const session = await graph(`${SPECIAL}/music:/a.mp3:/createUploadSession`, { body: {} });
    expect(session.status).toBe(200);
    const { json } = await graph(SPECIAL);
    expect(json.value.map(({ name }) => name)).toEqual(['Documents', 'Music']);
  });

  rule('is not made by a change of what is not there', whole, async ({ graph }) => {
    for (const method of ['DELETE', 'PATCH']) {
      const reply = await graph(`${SPECIAL}/documents`, { method, ...(method === 'PATCH' && { body: {} }) });
      expect(outcome(reply)).toEqual([404, 'itemNotFound']);
    }
    expect((await graph(SPECIAL)).json.value).toEqual([]);
  });

  rule('is refused to whoever can only read where it is missing', whole, async (context) => {
    const read = { scopes: ['Files.Read'] };
    expect(outcome(await context.graph(`${SPECIAL}/documents`, read))).toEqual([403, 'accessDenied']);
    await put(context, 'documents:/a.txt');
    expect((await context.graph(`${SPECIAL}/documents`, read)).status).toBe(200);
  });

  rule('is found under another name and in another place', whole, async (context) => {
    const { graph, folder } = context;
    await put(context, 'documents:/a.txt');
    const { id } = (await graph(`${SPECIAL}/documents`)).json;
    const body = { name: 'Dokumente', parentReference: { id: folder.id } };
    await graph(`/me/drive/items/${id}`, { method: 'PATCH', body });
    const { json } = await graph(`${SPECIAL}/DOCUMENTS:/a.txt`);
    expect(json.parentReference.id).toBe(id);
  });

  rule('is made anew when it was deleted', whole, async (context) => {
    await put(context, 'documents:/a.txt');
    const first = (await context.graph(`${SPECIAL}/documents`)).json;
    await context.graph(`/me/drive/items/${first.id}`, { method: 'DELETE' });
    expect((await context.graph(`${SPECIAL}/documents`)).status).toBe(404);
    await put(context, 'documents:/b.txt');
    expect((await context.graph(`${SPECIAL}/documents`)).json.id).not.toBe(first.id);
  });

  rule('is the folder that has its name already', whole, async (context) => {
    const body = { name: 'Documents', folder: {} };
    const { id } = (await context.graph('/me/drive/root/children', { body })).json;
    await put(context, 'documents:/a.txt');
    expect((await context.graph(`${SPECIAL}/documents`)).json.id).toBe(id);
  });

  rule(
    'for the camera is in the pictures of personal drives',
    { ...whole, on: 'personal' },
    async (context) => {
      await put(context, 'cameraroll:/a.jpg');
      const { json } = await context.graph('/me/drive/root:/Pictures/Camera Roll');
      expect(json).toMatchObject({ specialFolder: { name: 'cameraRoll' } });
    },
  );

  rule('needs a name that there is', async ({ graph, driveType }) => {
    for (const name of ['planets', ...(driveType === 'personal' ? ['recyclebin'] : ['cameraroll'])]) {
      const reply = await graph(`${SPECIAL}/${name}`);
      expect(outcome(reply)).toEqual([400, 'invalidRequest']);
      expect(reply.json.error.message).toBe("The special folder identifier isn't valid");
    }
  });

  rule(
    'of what was deleted is not kept for work drives',
    { needs: 'state', on: 'business' },
    async ({ graph }) => {
      expect(outcome(await graph(`${SPECIAL}/recyclebin/children`))).toEqual([501, 'notSupported']);
    },
  );
});

describe('an application’s own folder', () => {
  const own = ['Files.ReadWrite.AppFolder'];

  rule('is made as soon as it is asked for', whole, async ({ graph }) => {
    const { status, json } = await graph(`${SPECIAL}/approot`, { scopes: own });
    expect(status).toBe(200);
    expect(json).toMatchObject({ name: 'test', specialFolder: { name: 'approot' } });
    expect(json.parentReference.path).toMatch(/root:\/Apps$/);
    expect((await graph('/me/drive/root:/Apps/test')).json.id).toBe(json.id);
  });

  rule('is not made for whoever can only read', whole, async ({ graph }) => {
    const reply = await graph(`${SPECIAL}/approot`, { scopes: ['Files.Read'] });
    expect(outcome(reply)).toEqual([403, 'accessDenied']);
    expect((await graph('/me/drive/root:/Apps')).status).toBe(404);
  });

  rule('is open to its scope, by name and by id', whole, async (context) => {
    const { graph } = context;
    const scopes = own;
    expect((await put(context, 'approot:/a.txt', own)).status).toBe(201);
    const { value } = (await graph(`${SPECIAL}/approot/children`, { scopes })).json;
    expect(value).toHaveLength(1);
    const url = `/me/drive/items/${value[0]!.id}`;
    expect((await graph(url, { scopes })).status).toBe(200);
    const renamed = await graph(url, { scopes, method: 'PATCH', body: { name: 'b.txt' } });
    expect(renamed.json.name).toBe('b.txt');
    expect((await graph(`${url}/content`, { scopes })).status).toBe(302);
    expect((await graph(url, { scopes, method: 'DELETE' })).status).toBe(204);
  });

  rule('is all that its scope reaches', whole, async (context) => {
    const { graph, folder } = context;
    const file = await context.putFile('secret.txt', 'x');
    const { id } = (await put(context, 'approot:/a.txt', own)).json;
    const call = async (path: string, more: object = {}): Promise<unknown> =>
      outcome(await graph(path, { scopes: own, ...more }));
    const refused = [403, 'accessDenied'];
    const elsewhere = { parentReference: { id: folder.id } };
    expect(await call('/me/drive')).toEqual(refused);
    expect(await call('/me/drive/root')).toEqual(refused);
    expect(await call('/me/drive/root/children')).toEqual(refused);
    expect(await call('/me/drive/root/delta')).toEqual(refused);
    expect(await call(`/me/drive/root/search(q='secret')`)).toEqual(refused);
    expect(await call(`/me/drive/items/${file.id}`)).toEqual(refused);
    expect(await call(`/me/drive/items/${file.id}/content`)).toEqual(refused);
    expect(await call(`${folder.url}/children`, { body: { name: 'f', folder: {} } })).toEqual(refused);
    expect(await call(folder.at('b.txt', 'content'), { method: 'PUT', body: 'x' })).toEqual(refused);
    expect(await call(`${SPECIAL}/documents`)).toEqual(refused);
    expect(await call(`/me/drive/items/${id}`, { method: 'PATCH', body: elsewhere })).toEqual(refused);
    expect(await call(`/me/drive/items/${id}/copy`, { body: elsewhere })).toEqual(refused);
    const found = await graph(`${SPECIAL}/approot/search(q='secret')`, { scopes: own });
    expect(found.json.value).toEqual([]);
  });
});
