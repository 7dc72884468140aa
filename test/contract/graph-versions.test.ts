import { describe, expect } from 'vitest';
import type { Json } from './graph-world';
import { rule, type RuleContext } from './support/target';

const versionsUrl = (file: Json, rest = ''): string => `/me/drive/items/${file.id}/versions${rest}`;

const versionsOf = async ({ graph }: RuleContext, file: Json): Promise<readonly Json[]> =>
  (await graph(versionsUrl(file))).json.value;

/** The bytes of a version, fetched as a client does: at the address of the redirect, without the token. */
async function bytesOf({ graph, bytes }: RuleContext, file: Json, id: string): Promise<string> {
  const told = await graph(versionsUrl(file, `/${id}/content`));
  expect(told.status).toBe(302);
  return (await bytes(told.headers.get('location')!)).text;
}

/** A file that has held three contents: 'a', 'bb', 'ccc'. */
async function thrice({ putFile }: RuleContext): Promise<Json> {
  await putFile('a.txt', 'a');
  await putFile('a.txt', 'bb');
  return await putFile('a.txt', 'ccc');
}

describe('versions', () => {
  rule('stand newest first, the current one among them, each with its size', async (context) => {
    const file = await thrice(context);
    const versions = await versionsOf(context, file);
    expect(versions.map(({ id, size }) => [id, size])).toEqual([
      ['3.0', 3],
      ['2.0', 2],
      ['1.0', 1],
    ]);
    expect(versions[0]!.lastModifiedBy.user.id).toBe(file.lastModifiedBy.user.id);
    const { status, json } = await context.graph(versionsUrl(file, '/2.0'));
    expect([status, json]).toMatchObject([200, { id: '2.0', size: 2 }]);
  });

  rule('tell when each came', { needs: 'clock' }, async (context) => {
    const { world, putFile } = context;
    const first = await putFile('a.txt', 'a');
    world.clock.now += 60_000;
    const second = await putFile('a.txt', 'bb');
    const times = (await versionsOf(context, second)).map((version) => version.lastModifiedDateTime);
    expect(times).toEqual([second.lastModifiedDateTime, first.lastModifiedDateTime]);
  });

  rule('are made by upload sessions, too', async (context) => {
    const { graph, bytes, folder, putFile } = context;
    const file = await putFile('a.txt', 'old');
    const session = await graph(folder.at('a.txt', 'createUploadSession'), { method: 'POST', body: {} });
    const headers = { 'Content-Range': 'bytes 0-3/4' };
    expect((await bytes(session.json.uploadUrl, { method: 'PUT', body: 'anew', headers })).status).toBe(200);
    expect((await versionsOf(context, file)).map(({ id }) => id)).toEqual(['2.0', '1.0']);
    expect(await bytesOf(context, file, '1.0')).toBe('old');
  });

  rule('are not made by a new name', { needs: 'state' }, async (context) => {
    const file = await context.putFile('a.txt', 'a');
    await context.graph(`/me/drive/items/${file.id}`, { method: 'PATCH', body: { name: 'b.txt' } });
    expect(await versionsOf(context, file)).toHaveLength(1);
  });

  rule('keep their bytes, each behind a URL of its own', async (context) => {
    const file = await thrice(context);
    expect(await bytesOf(context, file, '1.0')).toBe('a');
    expect(await bytesOf(context, file, '2.0')).toBe('bb');
    expect(await bytesOf(context, file, '3.0')).toBe('ccc');
  });

  rule('keep their URL when the file goes on', { needs: 'state' }, async (context) => {
    const { graph, bytes, putFile } = context;
    const file = await putFile('a.txt', 'a');
    const { headers } = await graph(versionsUrl(file, '/1.0/content'));
    const url = headers.get('location')!;
    const current = await bytes(url);
    await putFile('a.txt', 'bb');
    const older = await bytes(url, { headers: { Range: 'bytes=0-0' } });
    expect([current.text, older.status, older.text]).toEqual(['a', 206, 'a']);
    expect(older.headers.get('etag')).toBe(current.headers.get('etag'));
    expect(older.headers.get('etag')).not.toBe((await graph(`/me/drive/items/${file.id}`)).json.eTag);
    await graph(`/me/drive/items/${file.id}`, { method: 'DELETE' });
    expect((await bytes(url)).status).toBe(404);
  });

  rule('come back as the current one', async (context) => {
    const { graph, bytes } = context;
    const file = await thrice(context);
    const restored = await graph(versionsUrl(file, '/1.0/restoreVersion'), { method: 'POST' });
    expect([restored.status, restored.text]).toEqual([204, '']);
    const { json } = await graph(`/me/drive/items/${file.id}`);
    expect(json.size).toBe(1);
    expect([json.cTag, json.eTag]).not.toEqual([file.cTag, file.eTag]);
    expect((await bytes(json['@microsoft.graph.downloadUrl'])).text).toBe('a');
    expect((await versionsOf(context, file)).map(({ size }) => size)).toEqual([1, 3, 2, 1]);
  });

  rule('but the current one can be deleted', { on: 'business' }, async (context) => {
    const { graph } = context;
    const file = await thrice(context);
    const remove = async (id: string): Promise<number> =>
      (await graph(versionsUrl(file, `/${id}`), { method: 'DELETE' })).status;
    await graph(versionsUrl(file, '/1.0/restoreVersion'), { method: 'POST' });
    expect(await remove('1.0')).toBe(204);
    expect(await remove('1.0')).toBe(404);
    expect(await remove('4.0')).toBe(400);
    expect((await versionsOf(context, file)).map(({ id }) => id)).toEqual(['4.0', '3.0', '2.0']);
    expect(await bytesOf(context, file, '4.0')).toBe('a');
  });

  rule('cannot be deleted', { on: 'personal' }, async (context) => {
    const file = await thrice(context);
    expect((await context.graph(versionsUrl(file, '/1.0'), { method: 'DELETE' })).status).toBe(405);
    expect(await versionsOf(context, file)).toHaveLength(3);
  });

  rule('end with the oldest when there are too many', { needs: 'state', on: 'personal' }, async (context) => {
    for (let n = 1; n <= 27; n += 1) await context.putFile('a.txt', 'x'.repeat(n));
    const versions = await versionsOf(context, await context.putFile('a.txt', 'x'));
    expect([versions.length, versions.at(-1)?.id]).toEqual([25, '4.0']);
  });

  rule('are neither of folders nor of numbers that were never', async ({ graph, folder, putFile }) => {
    const file = await putFile('a.txt', 'a');
    expect((await graph(`${folder.url}/versions`)).status).toBe(400);
    expect((await graph(versionsUrl(file, '/9.0'))).status).toBe(404);
    expect((await graph(versionsUrl(file, '/9.0/content'))).status).toBe(404);
    expect((await graph(versionsUrl(file, '/9.0/restoreVersion'), { method: 'POST' })).status).toBe(404);
  });

  rule('come back only for who may write', { needs: 'scopes', on: 'own' }, async ({ graph, putFile }) => {
    const file = await putFile('a.txt', 'a');
    const scopes = ['Files.Read'];
    expect((await graph(versionsUrl(file), { scopes })).status).toBe(200);
    const call = { method: 'POST', scopes };
    expect((await graph(versionsUrl(file, '/1.0/restoreVersion'), call)).status).toBe(403);
  });
});
