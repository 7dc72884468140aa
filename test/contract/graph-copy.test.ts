import { describe, expect } from 'vitest';
import { BYTES, type Json, type Reply } from './graph-world';
import { rule, type RuleContext } from './support/target';

/** What a monitor says at the end. */
interface Outcome {
  readonly status: string;
  readonly resourceId: string;
  readonly error?: { readonly code: string };
}

const into = (folder: Json): object => ({ parentReference: { id: folder.id } });

const copy = ({ graph }: RuleContext, item: Json, body: object, query = ''): Promise<Reply> =>
  graph(`/me/drive/items/${item.id}/copy${query}`, { body, headers: { Prefer: 'respond-async' } });

/** Waits for the end as a client does: without the token, on another host. */
async function outcome({ bytes }: RuleContext, accepted: Reply): Promise<Outcome> {
  expect(accepted.status).toBe(202);
  expect(accepted.text).toBe('');
  const monitor = accepted.headers.get('location')!;
  for (let looks = 0; looks < 60; looks += 1) {
    const told = (await bytes(monitor)).json as unknown as Outcome;
    if (told.status === 'completed' || told.status === 'failed') return told;
    expect(['notStarted', 'inProgress', 'waiting', 'updating']).toContain(told.status);
    if (looks > 2) await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error('The copy does not end.');
}

describe('copying', () => {
  rule('a file into a folder leaves two that live and die apart', async (context) => {
    const { graph, bytes, putFile, makeFolder } = context;
    const file = await putFile('a.txt', 'bytes');
    const done = await outcome(context, await copy(context, file, into(await makeFolder('to'))));
    expect(done).toMatchObject({ status: 'completed', percentageComplete: 100 });
    expect(done.resourceId).not.toBe(file.id);
    await graph(`/me/drive/items/${file.id}`, { method: 'DELETE' });
    const { json } = await graph(`/me/drive/items/${done.resourceId}`);
    expect(json).toMatchObject({ name: 'a.txt', size: 5, file: file.file });
    expect((await bytes(json['@microsoft.graph.downloadUrl'])).text).toBe('bytes');
  });

  rule('a folder takes everything below along, under another name', async (context) => {
    const { graph, folder, putFile, makeFolder } = context;
    const from = await makeFolder('from');
    await makeFolder('from/x');
    await putFile('from/x/deep.txt', 'deep');
    const done = await outcome(context, await copy(context, from, { name: 'again' }));
    expect(done.status).toBe('completed');
    expect((await graph(folder.at('again/x/deep.txt'))).json.size).toBe(4);
    expect((await graph(folder.at('from/x/deep.txt'))).status).toBe(200);
  });

  rule('has a monitor on another origin that tells of the way', { needs: 'state' }, async (context) => {
    const file = await context.putFile('a.txt', 'bytes');
    const accepted = await copy(context, file, { name: 'b.txt' });
    const monitor = accepted.headers.get('location')!;
    expect(new URL(monitor).origin).toBe(BYTES);
    const first = await context.bytes(monitor);
    expect([first.status, first.json]).toMatchObject([202, { status: 'inProgress' }]);
  });

  rule('onto a taken name is accepted, and fails in the monitor', async (context) => {
    const file = await context.putFile('a.txt', 'bytes');
    const failed = await outcome(context, await copy(context, file, {}));
    expect(failed).toMatchObject({ status: 'failed', error: { code: 'nameAlreadyExists' } });
  });

  rule(
    'takes another name or the place of a file where it is told to',
    { on: 'business' },
    async (context) => {
      const { graph, folder, putFile } = context;
      const file = await putFile('a.txt', 'bytes');
      const option = '?@microsoft.graph.conflictBehavior=';
      const ended = async (body: object, behavior: string): Promise<string> =>
        (await outcome(context, await copy(context, file, body, `${option}${behavior}`))).status;
      expect(await ended({}, 'rename')).toBe('completed');
      expect((await graph(folder.at('a 1.txt'))).status).toBe(200);
      expect(await ended({ name: 'a 1.txt' }, 'replace')).toBe('completed');
      expect(await ended({}, 'replace')).toBe('failed');
      expect((await graph(`${folder.url}/children`)).json.value).toHaveLength(2);
    },
  );

  rule('knows no conflict behaviour', { on: 'personal' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const query = '?@microsoft.graph.conflictBehavior=rename';
    expect((await outcome(context, await copy(context, file, {}, query))).status).toBe('failed');
  });

  rule('is refused into itself, to nowhere, to another drive, with a bad name', async (context) => {
    const file = await context.putFile('a.txt', 'bytes');
    const outer = await context.makeFolder('outer');
    const inside = await context.makeFolder('outer/inside');
    const refused = async (item: Json, body: object): Promise<number> =>
      (await copy(context, item, body)).status;
    expect(await refused(outer, into(inside))).toBe(400);
    expect(await refused(file, { parentReference: { id: '01NOWHERE' } })).toBe(404);
    expect(await refused(file, { parentReference: { driveId: 'b!other', id: outer.id } })).toBe(404);
    expect(await refused(file, into(file))).toBe(400);
    expect(await refused(file, { name: 'a:b' })).toBe(400);
  });

  rule('is refused without the right to write', { needs: 'scopes' }, async ({ graph, putFile }) => {
    const file = await putFile('a.txt', 'bytes');
    const call = { body: { name: 'b.txt' }, scopes: ['Files.Read'] };
    expect((await graph(`/me/drive/items/${file.id}/copy`, call)).status).toBe(403);
  });

  rule('has no monitor for a guessed key', { needs: 'state' }, async ({ bytes }) => {
    expect((await bytes(`${BYTES}/_api/v2.0/monitor/x?tempauth=guess`)).status).toBe(404);
  });

  rule('has a monitor no page can read', { needs: 'strict', strict: true }, async (context) => {
    const file = await context.putFile('a.txt', 'bytes');
    const accepted = await copy(context, file, { name: 'b.txt' });
    const { headers } = await context.bytes(accepted.headers.get('location')!);
    expect(headers.has('access-control-allow-origin')).toBe(false);
  });
});

describe('copying the children of a folder', () => {
  const childrenOnly = true;

  rule('takes them along without the folder itself', async (context) => {
    const { graph, folder, makeFolder, putFile } = context;
    const [from, to] = [await makeFolder('from'), await makeFolder('to')];
    await makeFolder('from/inner');
    await putFile('from/inner/deep.txt', 'x');
    await putFile('from/a.txt', 'x');
    const done = await outcome(context, await copy(context, from, { ...into(to), childrenOnly }));
    expect(done).toMatchObject({ status: 'completed', resourceId: to.id });
    const names = (await graph(folder.at('to', 'children'))).json.value.map(({ name }) => name);
    expect(names).toEqual(['a.txt', 'inner']);
    expect((await graph(folder.at('to/inner/deep.txt'))).status).toBe(200);
  });

  rule('copies none where one finds its name taken', async (context) => {
    const { graph, folder, makeFolder, putFile } = context;
    const [from, to] = [await makeFolder('from'), await makeFolder('to')];
    for (const path of ['from/a.txt', 'from/b.txt', 'to/b.txt']) await putFile(path, 'x');
    const done = await outcome(context, await copy(context, from, { ...into(to), childrenOnly }));
    expect(done).toMatchObject({ status: 'failed', error: { details: [{ code: 'nameAlreadyExists' }] } });
    expect((await graph(folder.at('to', 'children'))).json.value.map(({ name }) => name)).toEqual(['b.txt']);
  });

  rule('copies none where one would lie too deep', async (context) => {
    const { graph, folder, makeFolder, putFile } = context;
    const [from, to] = [await makeFolder('from'), await makeFolder('t'.repeat(220))];
    for (const name of ['a.txt', 'b'.repeat(220)]) await putFile(`from/${name}`, 'x');
    const done = await outcome(context, await copy(context, from, { ...into(to), childrenOnly }));
    expect(done).toMatchObject({ status: 'failed', error: { code: 'invalidRequest' } });
    expect((await graph(folder.at(to.name, 'children'))).json.value).toEqual([]);
  });

  rule('gives each a name of its own where that is asked for', { on: 'business' }, async (context) => {
    const { graph, folder, makeFolder, putFile } = context;
    const [from, to] = [await makeFolder('from'), await makeFolder('to')];
    for (const path of ['from/a.txt', 'from/a 1.txt', 'to/a.txt']) await putFile(path, 'x');
    const query = '?@microsoft.graph.conflictBehavior=rename';
    const done = await outcome(context, await copy(context, from, { ...into(to), childrenOnly }, query));
    expect(done.status).toBe('completed');
    const names = (await graph(folder.at('to', 'children'))).json.value.map(({ name }) => name);
    expect(names).toHaveLength(3);
    expect(new Set(names).size).toBe(3);
    expect(names).toContain('a 1.txt');
  });

  rule('replaces files, but no folders', { on: 'business' }, async (context) => {
    const { graph, folder, makeFolder, putFile } = context;
    const [from, to] = [await makeFolder('from'), await makeFolder('to')];
    await putFile('from/a.txt', 'new');
    await putFile('to/a.txt', 'was there');
    const ask = async (): Promise<Outcome> => {
      const query = '?@microsoft.graph.conflictBehavior=replace';
      return outcome(context, await copy(context, from, { ...into(to), childrenOnly }, query));
    };
    expect((await ask()).status).toBe('completed');
    expect((await graph(folder.at('to/a.txt'))).json.size).toBe(3);
    for (const path of ['from/inner', 'to/inner']) await makeFolder(path);
    expect((await ask()).status).toBe('failed');
  });

  rule('is how a root is copied', { needs: 'users', on: 'business' }, async ({ graph, folder }) => {
    const root = await graph('/me/drive/root/copy', { body: { parentReference: { id: folder.id } } });
    expect(root.json.error).toMatchObject({
      code: 'invalidRequest',
      message: 'Cannot copy the root folder.',
    });
    const below = await graph('/me/drive/root/copy', {
      body: { parentReference: { id: folder.id }, childrenOnly },
    });
    expect(below.status).toBe(400);
  });

  rule('is refused for files and together with a name', async (context) => {
    const { makeFolder, putFile } = context;
    const [from, to] = [await makeFolder('from'), await makeFolder('to')];
    const file = await putFile('a.txt', 'x');
    const refused = async (item: Json, body: object): Promise<unknown> =>
      (await copy(context, item, { ...into(to), childrenOnly, ...body })).json.error.message;
    expect(await refused(file, {})).toBe('childrenOnly option is not valid for file items.');
    expect(await refused(from, { name: 'b' })).toBe('Cannot use name parameter alongside childrenOnly.');
  });
});

describe('the versions of a file', () => {
  const versionsOf = async ({ graph }: RuleContext, { resourceId }: Outcome): Promise<unknown> =>
    (await graph(`/me/drive/items/${resourceId}/versions`)).json.value.map(({ id, size }) => [id, size]);

  rule('are copied where that is asked for, but not together with a name', async (context) => {
    const { makeFolder, putFile } = context;
    await putFile('a.txt', 'x');
    const file = await putFile('a.txt', 'xyz');
    const to = await makeFolder('to');
    const asked = { includeAllVersionHistory: true };
    const whole = await outcome(context, await copy(context, file, { ...into(to), ...asked }));
    expect(await versionsOf(context, whole)).toEqual([
      ['2.0', 3],
      ['1.0', 1],
    ]);
    for (const body of [{ name: 'b.txt', ...asked }, { name: 'c.txt' }]) {
      const latest = await outcome(context, await copy(context, file, { ...into(to), ...body }));
      expect(await versionsOf(context, latest)).toEqual([['1.0', 3]]);
    }
  });
});
