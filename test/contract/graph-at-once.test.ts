import { describe, expect } from 'vitest';
import { sample, type Json, type Reply } from './graph-world';
import { rule, type RuleContext } from './support/target';
import { contentOf, createSession, openSession, putRange } from './support/upload-calls';

const names = async ({ graph }: RuleContext, folder: { readonly id: string }): Promise<readonly string[]> =>
  (await graph(`/me/drive/items/${folder.id}/children`)).json.value.map(({ name }) => name);

const remove = ({ graph }: RuleContext, { id }: Json): Promise<Reply> =>
  graph(`/me/drive/items/${id}`, { method: 'DELETE' });

/** A JSON body of which the end is held back until the other thing is done. */
async function whileSending<T>(
  send: (body: ReadableStream<Uint8Array>) => Promise<Reply>,
  json: object,
  other: () => Promise<T>,
): Promise<Reply> {
  const bytes = new TextEncoder().encode(JSON.stringify(json));
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const answer = send(readable);
  const writer = writable.getWriter();
  await writer.write(bytes.slice(0, 1));
  await other();
  await writer.write(bytes.slice(1));
  await writer.close();
  return answer;
}

describe('a body that breaks off', () => {
  rule('is the sender’s mistake', { needs: 'state' }, async ({ graph, folder }) => {
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error('The connection was cut.')),
    });
    const headers = { 'Content-Type': 'application/json' };
    const cut = await graph(`/me/drive/items/${folder.id}/children`, { method: 'POST', body, headers });
    expect([cut.status, cut.json.error.code]).toEqual([400, 'invalidRequest']);
  });
});

describe('what is deleted while a body is on its way', () => {
  const headers = { 'Content-Type': 'application/json' };

  rule('gets no child', { needs: 'state' }, async (context) => {
    const { graph, makeFolder, world } = context;
    const parent = await makeFolder('F');
    const made = await whileSending(
      (body) => graph(`/me/drive/items/${parent.id}/children`, { method: 'POST', body, headers }),
      { name: 'lost', folder: {} },
      () => remove(context, parent),
    );
    expect([made.status, made.json.error.code]).toEqual([404, 'itemNotFound']);
    expect(JSON.stringify(world.service.state())).not.toContain('lost');
  });

  rule('gets no upload session', { needs: 'state' }, async (context) => {
    const { graph, folder, makeFolder } = context;
    const parent = await makeFolder('F');
    const opened = await whileSending(
      (body) =>
        graph(`/me/drive/items/${parent.id}:/x/a.txt:/createUploadSession`, {
          method: 'POST',
          body,
          headers,
        }),
      {},
      () => remove(context, parent),
    );
    expect([opened.status, opened.json.error.code]).toEqual([404, 'itemNotFound']);
    expect(await names(context, folder)).toEqual([]);
  });

  rule('is not copied', { needs: 'state' }, async (context) => {
    const { graph, folder, putFile } = context;
    const file = await putFile('a.txt', 'content');
    const copied = await whileSending(
      (body) => graph(`/me/drive/items/${file.id}/copy`, { method: 'POST', body, headers }),
      { name: 'b.txt' },
      () => remove(context, file),
    );
    expect([copied.status, copied.json.error.code]).toEqual([404, 'itemNotFound']);
    expect(await names(context, folder)).toEqual([]);
  });

  rule(
    'holds back no answer to a token without the right',
    { needs: 'scopes' },
    async ({ graph, folder }) => {
      const body = new ReadableStream<Uint8Array>();
      const call = { method: 'POST', body, headers, scopes: ['Files.Read'] };
      expect((await graph(`${folder.url}/children`, call)).status).toBe(403);
    },
  );
});

describe('files that go at once into a folder that is not there', () => {
  const files = ['a', 'b', 'c'].map((name) => `new/deep/${name}.txt`);

  rule('find one folder, by upload sessions', { needs: 'state' }, async (context) => {
    const opened = await Promise.all(files.map((path) => createSession(context, path)));
    expect(opened.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await names(context, context.folder)).toEqual(['new']);
  });

  rule('find one folder, by PUT of their content', { needs: 'state' }, async (context) => {
    const { folder, graph } = context;
    const put = await Promise.all(
      files.map((path) => graph(folder.at(path, 'content'), { method: 'PUT', body: path })),
    );
    expect(put.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await names(context, folder)).toEqual(['new']);
  });

  rule('find one folder, by commits', { needs: 'state', on: 'personal' }, async (context) => {
    const urls = await Promise.all(files.map((_, index) => fullSession(context, `${index}.txt`)));
    const done = await Promise.all(urls.map((url, index) => commit(context, files[index] ?? '', url)));
    expect(done.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await names(context, context.folder)).toEqual(['new']);
  });
});

describe('two that replace the same file at once', () => {
  const replace = { '@microsoft.graph.conflictBehavior': 'replace' };

  rule('by a new name leave the one that came last', async (context) => {
    const { graph, folder, putFile } = context;
    const old = await putFile('x.txt', 'old');
    const both = [await putFile('a.txt', 'a'), await putFile('b.txt', 'bb')];
    const renamed = await Promise.all(
      both.map(({ id }) =>
        graph(`/me/drive/items/${id}`, { method: 'PATCH', body: { name: 'x.txt', ...replace } }),
      ),
    );
    expect(renamed.map(({ status }) => status)).toEqual([200, 200]);
    expect(await names(context, folder)).toEqual(['x.txt']);
    expect((await graph(`/me/drive/items/${old.id}`)).status).toBe(404);
    const last = await graph(folder.at('x.txt'));
    expect(both.map(({ id }) => id)).toContain(last.json.id);
    expect(await contentOf(context, last.json)).toHaveLength(last.json.size);
  });

  rule('by copies leave one', { on: 'business' }, async (context) => {
    const { graph, makeFolder, putFile } = context;
    const to = await makeFolder('to');
    await putFile('to/x.txt', 'old');
    const both = [await putFile('a.txt', 'a'), await putFile('b.txt', 'bb')];
    const copied = await Promise.all(
      both.map(({ id }) =>
        graph(`/me/drive/items/${id}/copy?@microsoft.graph.conflictBehavior=replace`, {
          body: { name: 'x.txt', parentReference: { id: to.id } },
        }),
      ),
    );
    expect(copied.map(({ status }) => status)).toEqual([202, 202]);
    expect(await names(context, to)).toEqual(['x.txt']);
  });
});

const fullSession = async (context: RuleContext, name: string, item: object = {}): Promise<string> => {
  const url = await openSession(context, name, item, { deferCommit: true });
  expect((await putRange(context, url, sample(3), { from: 0, to: 3 })).status).toBe(202);
  return url;
};

const commit = (
  { graph, folder }: RuleContext,
  path: string,
  sourceUrl: string,
  body: object = {},
): Promise<Reply> =>
  graph(folder.at(path), { method: 'PUT', body: { '@microsoft.graph.sourceUrl': sourceUrl, ...body } });

describe('an upload session that is committed', () => {
  rule('twice at once makes one file', { on: 'personal' }, async (context) => {
    const { folder, putFile } = context;
    const url = await fullSession(context, 'b.txt');
    await putFile('b.txt', 'other');
    const body = { '@microsoft.graph.conflictBehavior': 'rename' };
    const done = await Promise.all([1, 2].map(() => commit(context, 'b.txt', url, body)));
    expect(done.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 404]);
    expect(await names(context, folder)).toEqual(['b 1.txt', 'b.txt']);
  });

  rule('while it is cancelled keeps what has landed', { on: 'personal' }, async (context) => {
    const { bytes, graph, folder } = context;
    const url = await fullSession(context, 'c.txt');
    const [committed, cancelled] = await Promise.all([
      commit(context, 'c.txt', url),
      bytes(url, { method: 'DELETE' }),
    ]);
    const one = committed.status === 201;
    expect([committed.status, cancelled.status]).toEqual(one ? [201, 404] : [404, 204]);
    const { status, json } = await graph(folder.at('c.txt'));
    expect(status).toBe(one ? 200 : 404);
    if (one) expect(await contentOf(context, json)).toHaveLength(3);
  });

  rule('heeds the If-Match it was opened with', { on: 'personal' }, async (context) => {
    const { bytes, folder, graph, putFile } = context;
    const { id, eTag } = await putFile('a.txt', 'one');
    const opened = await graph(`/me/drive/items/${id}/createUploadSession`, {
      headers: { 'If-Match': eTag },
      body: { deferCommit: true },
    });
    const url = opened.json.uploadUrl;
    await putRange(context, url, sample(3), { from: 0, to: 3 });
    await putFile('a.txt', 'two');
    const replace = { '@microsoft.graph.conflictBehavior': 'replace' };
    const refused = await commit(context, 'a.txt', url, replace);
    expect([refused.status, refused.json.error.code]).toEqual([412, 'resourceModified']);
    expect((await bytes(url)).json.nextExpectedRanges).toEqual([]);
    expect((await commit(context, 'b.txt', url)).status).toBe(201);
    expect(await names(context, folder)).toEqual(['a.txt', 'b.txt']);
  });
});
