import { describe, expect } from 'vitest';
import type { Reply } from './graph-world';
import { rule, type RuleContext } from './support/target';

interface PartAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: { readonly name?: string; readonly error?: { readonly code: string } };
}

const send = ({ graph }: RuleContext, requests: unknown): Promise<Reply> =>
  graph('/$batch', { body: { requests } as object });

async function answers(context: RuleContext, requests: unknown): Promise<Map<string, PartAnswer>> {
  const { status, json } = await send(context, requests);
  expect(status).toBe(200);
  const { responses } = json as unknown as { readonly responses: readonly PartAnswer[] };
  return new Map(responses.map((answer) => [answer.id, answer]));
}

const JSON_BODY = { 'Content-Type': 'application/json' };
const get = (id: string, url: string, more: object = {}): object => ({ id, method: 'GET', url, ...more });

describe('$batch', () => {
  rule('succeeds as a whole, each part with its own status', { on: 'own' }, async (context) => {
    const file = await context.putFile('a.txt', 'bytes');
    const parts = await answers(context, [
      get('item', `/me/drive/items/${file.id}`),
      get('nothing', context.folder.at('nothing.txt')),
      { id: 'gone', method: 'DELETE', url: `/me/drive/items/${file.id}` },
    ]);
    expect(parts.get('item')).toMatchObject({ status: 200, body: { name: 'a.txt' } });
    expect(parts.get('item')?.headers['Content-Type']).toMatch(/^application\/json/);
    expect(parts.get('nothing')).toMatchObject({ status: 404, body: { error: { code: 'itemNotFound' } } });
    expect(parts.get('gone')).toMatchObject({ status: 204 });
    expect(parts.get('gone')?.body).toBeUndefined();
    expect((await context.graph(`/me/drive/items/${file.id}`)).status).toBe(404);
  });

  rule('tells where content is instead of going there', { on: 'own' }, async (context) => {
    const file = await context.putFile('a.txt', 'bytes');
    const parts = await answers(context, [get('content', `/me/drive/items/${file.id}/content`)]);
    const { status, headers } = parts.get('content')!;
    expect(status).toBe(302);
    expect((await context.bytes(headers['Location']!)).text).toBe('bytes');
  });

  rule('does nothing whose dependency has failed', { on: 'own' }, async (context) => {
    const { folder } = context;
    const make = (id: string, parent: string, name: string, ...dependsOn: string[]): object => ({
      id,
      method: 'POST',
      url: `${folder.at(parent)}:/children`,
      headers: JSON_BODY,
      body: { name, folder: {} },
      dependsOn,
    });
    await context.makeFolder('top');
    const parts = await answers(context, [
      make('folder', 'top', 'one'),
      make('inner', 'top/one', 'two', 'folder'),
      make('lost', 'nowhere', 'x', 'inner'),
      make('late', 'top', 'late', 'lost'),
    ]);
    expect(['folder', 'inner', 'lost', 'late'].map((id) => parts.get(id)?.status)).toEqual([
      201, 201, 404, 424,
    ]);
    expect((await context.graph(folder.at('top/one/two'))).status).toBe(200);
    expect((await context.graph(folder.at('top/late'))).status).toBe(404);
  });

  rule('takes twenty requests and not one more', async (context) => {
    const many = (count: number): object[] =>
      Array.from({ length: count }, (_, n) => get(String(n), '/me/drive?$select=id'));
    expect((await answers(context, many(20))).size).toBe(20);
    const { status, json } = await send(context, many(21));
    expect([status, json.error.code]).toEqual([400, 'BadRequest']);
  });

  rule('refuses the whole where ids are not unique, whatever their case', async (context) => {
    const { status, json } = await send(context, [get('a', '/me/drive'), get('A', '/me/drive')]);
    expect([status, json.error.code]).toEqual([400, 'BadRequest']);
    expect(json.error.message).toContain('has to be unique in a batch');
  });

  rule('refuses what is no batch', async (context) => {
    for (const requests of [undefined, 'all', [], [{ id: 'a', method: 'GET' }]]) {
      const { status, json } = await send(context, requests);
      expect([status, json.error.message]).toEqual([400, 'Invalid batch payload format.']);
    }
  });

  rule('refuses a part that depends on none of the earlier ones', async (context) => {
    const { status } = await send(context, [
      get('a', '/me/drive', { dependsOn: ['b'] }),
      get('b', '/me/drive'),
    ]);
    expect(status).toBe(400);
  });

  rule('refuses a body without its type, and a batch in a batch', async (context) => {
    const parts = await answers(context, [
      { id: 'body', method: 'POST', url: '/me/drive/root/children', body: { name: 'x', folder: {} } },
      { id: 'batch', method: 'POST', url: '/$batch', headers: JSON_BODY, body: { requests: [] } },
      get('absolute', 'https://elsewhere.example/me/drive'),
    ]);
    expect([...parts.values()].map(({ status }) => status)).toEqual([400, 400, 400]);
  });

  rule('reads an address before it judges it', { needs: 'wrong bytes', on: 'own' }, async (context) => {
    const spellings = ['/%24batch', '/./$batch', '//$BATCH/', '/$batch()', '/%2e/me/../%24Batch?x=1'];
    const inner = { requests: [get('1', '/me/drive')] };
    const parts = await answers(context, [
      ...spellings.map((url) => ({ id: url, method: 'POST', url, headers: JSON_BODY, body: inner })),
      get('above', '/../../me/drive'),
      get('other version', '/../beta/me/drive'),
      get('detour', '/users/../me/drive'),
    ]);
    const statuses = Object.fromEntries([...parts].map(([id, { status }]) => [id, status]));
    const refused = [...spellings, 'above', 'other version'].map((id) => [id, 400]);
    expect(statuses).toEqual({ ...Object.fromEntries(refused), detour: 200 });
  });

  rule('does nothing at all where a header cannot be sent', { needs: 'wrong bytes' }, async (context) => {
    const { folder } = context;
    for (const headers of [{ 'x y': 'a' }, { x: 'two\nlines' }, { x: '☃' }]) {
      const { status, json } = await send(context, [
        { id: '0', method: 'PUT', url: folder.at('a.txt', 'content'), headers: JSON_BODY, body: {} },
        get('1', '/me/drive', { headers }),
      ]);
      expect([status, json.error.code]).toEqual([400, 'BadRequest']);
    }
    expect((await context.graph(folder.at('a.txt'))).status).toBe(404);
  });

  rule('takes bytes as base64', { on: 'own' }, async (context) => {
    const put = (id: string, body: string): object => ({
      id,
      method: 'PUT',
      url: `${context.folder.at(`${id}.bin`)}:/content`,
      headers: { 'Content-Type': 'application/octet-stream' },
      body,
    });
    const parts = await answers(context, [put('good', btoa('bytes')), put('bad', 'no base64!')]);
    expect(parts.get('good')).toMatchObject({ status: 201, body: { size: 5 } });
    expect(parts.get('bad')).toMatchObject({ status: 400 });
  });

  rule('creates upload sessions, each with an answer of its own', { on: 'own' }, async (context) => {
    await context.putFile('taken.txt', 'there before');
    const create = (id: string): object => ({
      id,
      method: 'POST',
      url: `${context.folder.at(`${id}.txt`)}:/createUploadSession`,
      headers: JSON_BODY,
      body: {
        item: {
          '@microsoft.graph.conflictBehavior': 'fail',
          fileSystemInfo: { lastModifiedDateTime: '2021-03-04T05:06:07Z' },
        },
      },
    });
    const parts = await answers(context, [create('one'), create('taken'), create('two')]);
    expect(parts.get('taken')).toMatchObject({ status: 409, body: { error: { code: 'nameAlreadyExists' } } });
    for (const id of ['one', 'two']) {
      const { uploadUrl } = parts.get(id)!.body as unknown as { readonly uploadUrl: string };
      const sent = await context.bytes(uploadUrl, {
        method: 'PUT',
        headers: { 'Content-Range': 'bytes 0-4/5' },
        body: 'bytes',
      });
      expect(sent.status).toBe(201);
      const { json } = await context.graph(context.folder.at(`${id}.txt`));
      expect(json.fileSystemInfo).toMatchObject({ lastModifiedDateTime: '2021-03-04T05:06:07Z' });
    }
  });

  rule('asks of each part the scope that it would ask alone', { needs: 'scopes' }, async (context) => {
    const reply = await context.graph('/$batch', {
      scopes: ['Files.Read'],
      body: {
        requests: [
          get('read', '/me/drive?$select=id'),
          {
            id: 'write',
            method: 'POST',
            url: '/me/drive/root/children',
            headers: JSON_BODY,
            body: { name: 'x', folder: {} },
          },
        ],
      },
    });
    const { responses } = reply.json as unknown as { readonly responses: readonly PartAnswer[] };
    expect(responses.map(({ status }) => status)).toEqual([200, 403]);
  });
});
