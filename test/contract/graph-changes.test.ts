import { describe, expect } from 'vitest';
import type { Json, Reply } from './graph-world';
import { rule, type RuleContext } from './support/target';

const outcome = ({ status, json }: Reply): unknown => [status, json.error.code];
const innerCode = ({ json }: Reply): string => json.error.innerError.code;

const create = ({ graph, folder }: RuleContext, name: string, behavior?: string): Promise<Reply> =>
  graph(`${folder.url}/children`, {
    body: {
      name,
      folder: { childCount: 0 },
      ...(behavior === undefined ? {} : { '@microsoft.graph.conflictBehavior': behavior }),
    },
  });

const patch = (
  { graph }: RuleContext,
  { id }: { readonly id: string },
  body: object,
  headers: Record<string, string> = {},
): Promise<Reply> => graph(`/me/drive/items/${id}`, { method: 'PATCH', body, headers });

const childrenOf = async ({ graph, folder }: RuleContext): Promise<readonly Json[]> =>
  (await graph(`${folder.url}/children`)).json.value;

describe('creating a folder', () => {
  rule('answers 201 with the item', async (context) => {
    const { status, json } = await create(context, 'Plans');
    expect(status).toBe(201);
    expect(json).toMatchObject({ name: 'Plans', folder: { childCount: 0 }, size: 0 });
  });

  rule('meets a taken name with 409, another name or the folder that is there', async (context) => {
    const first = (await create(context, 'Plans')).json;
    expect(outcome(await create(context, 'PLANS'))).toEqual([409, 'nameAlreadyExists']);
    expect(outcome(await create(context, 'Plans', 'fail'))).toEqual([409, 'nameAlreadyExists']);
    expect((await create(context, 'Plans', 'rename')).json.name).toBe('Plans 1');
    expect((await create(context, 'Plans', 'rename')).json.name).toBe('Plans 2');
    expect((await create(context, 'Plans', 'replace')).json.id).toBe(first.id);
  });

  const forbidden = ['/', ':', '*', '?', '"', '<', '>', '|', '\\', '\u0007'].map((sign) => `a${sign}b`);
  const reserved = ['CON', 'lpt1', '.lock', 'desktop.ini', '~$x', 'a_vti_b', 'half\ud83d'];
  for (const name of [...forbidden, ...reserved, ' a', 'a ', 'a.', '', '.', '..']) {
    rule(`refuses the name ${JSON.stringify(name)}`, async (context) => {
      expect(outcome(await create(context, name))).toEqual([400, 'invalidRequest']);
    });
  }

  rule('refuses the name "Forms" at the root', { needs: 'whole drive', on: 'business' }, async (context) => {
    const body = { name: 'Forms', folder: {} };
    expect(outcome(await context.graph('/me/drive/root/children', { body }))).toEqual([
      400,
      'invalidRequest',
    ]);
  });

  rule('refuses a name that begins with a tilde', { on: 'business' }, async (context) => {
    expect(outcome(await create(context, '~tmp'))).toEqual([400, 'invalidRequest']);
  });

  rule('takes a name that begins with a tilde', { on: 'personal' }, async (context) => {
    expect((await create(context, '~tmp')).status).toBe(201);
  });

  const unusual = [
    '100% #1',
    "it's & more + so",
    'forms 2',
    'CONcert',
    'a~',
    '\u65e5\u672c\u8a9e',
    '\u{1f389}',
  ];
  for (const name of unusual) {
    rule(`takes the name ${JSON.stringify(name)}`, async (context) => {
      expect((await create(context, name)).json.name).toBe(name);
    });
  }

  rule('refuses too long a name and too deep a path', async (context) => {
    const { graph, folder } = context;
    expect(innerCode(await create(context, 'x'.repeat(256)))).toBe('pathIsTooLong');
    expect((await create(context, 'x'.repeat(255))).status).toBe(201);
    const body = { name: 'y'.repeat(250), folder: {} };
    expect(innerCode(await graph(folder.at('x'.repeat(255), 'children'), { body }))).toBe('pathIsTooLong');
  });

  rule('refuses a body without a folder, a body that is not JSON, a missing parent', async (context) => {
    const { graph, folder } = context;
    expect((await graph(`${folder.url}/children`, { body: { name: 'x' } })).status).toBe(400);
    const headers = { 'Content-Type': 'application/json' };
    expect((await graph(`${folder.url}/children`, { body: '{', headers })).status).toBe(400);
    const lost = await graph(folder.at('no', 'children'), { body: { name: 'x', folder: {} } });
    expect(outcome(lost)).toEqual([404, 'itemNotFound']);
  });
});

describe('renaming', () => {
  rule('keeps the id and the content, and moves the eTag on', async (context) => {
    const { graph, folder, putFile } = context;
    const file = await putFile('a.txt', 'x');
    const { status, json } = await patch(context, file, { name: 'b.md' });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      id: file.id,
      name: 'b.md',
      cTag: file.cTag,
      file: { mimeType: 'text/markdown' },
    });
    expect(json.eTag).not.toBe(file.eTag);
    expect((await graph(folder.at('a.txt'))).status).toBe(404);
  });

  rule('may change the case only, or only how an accent is written', async (context) => {
    const file = await context.putFile('caf\u00e9.txt', 'x');
    expect((await patch(context, file, { name: 'CAF\u00c9.txt' })).json.name).toBe('CAF\u00c9.txt');
    expect((await patch(context, file, { name: 'CAFE\u0301.txt' })).json.name).toBe('CAFE\u0301.txt');
    expect(await childrenOf(context)).toHaveLength(1);
  });

  rule('meets a taken name with 409 unless told otherwise', async (context) => {
    const a = await context.putFile('a.txt', 'a');
    await context.putFile('b.txt', 'b');
    expect(outcome(await patch(context, a, { name: 'B.txt' }))).toEqual([409, 'nameAlreadyExists']);
    const told = (behavior: string): Promise<Reply> =>
      patch(context, a, { name: 'b.txt', '@microsoft.graph.conflictBehavior': behavior });
    expect((await told('rename')).json.name).toBe('b 1.txt');
    expect((await told('replace')).json).toMatchObject({ id: a.id, name: 'b.txt' });
    expect(await childrenOf(context)).toHaveLength(1);
  });

  rule('is refused with 412 when somebody was faster', async (context) => {
    const { graph, folder, putFile } = context;
    const file = await putFile('a.txt', 'x');
    await putFile('a.txt', 'y');
    const late = await patch(context, file, { name: 'b.txt' }, { 'If-Match': file.eTag });
    expect(outcome(late)).toEqual([412, 'resourceModified']);
    expect((await graph(folder.at('a.txt'))).status).toBe(200);
  });

  rule('refuses a bad name', async (context) => {
    const file = await context.putFile('a.txt', 'x');
    expect(outcome(await patch(context, file, { name: 'a:b' }))).toEqual([400, 'invalidRequest']);
  });

  rule('refuses the root', { needs: 'whole drive' }, async (context) => {
    expect(outcome(await patch(context, { id: 'root' }, { name: 'x' }))).toEqual([400, 'invalidRequest']);
  });

  rule('sets the times a client may set, by id and by path', async ({ graph, folder, putFile }) => {
    await putFile('a.txt', 'x');
    const fileSystemInfo = {
      createdDateTime: '2001-02-03T04:05:06Z',
      lastModifiedDateTime: '2002-02-03T04:05:06.789Z',
    };
    const set = (address: string, info: object): Promise<Reply> =>
      graph(address, { method: 'PATCH', body: { fileSystemInfo: info } });
    const { json } = await set(`${folder.at('a.txt')}:`, fileSystemInfo);
    expect(json.fileSystemInfo).toEqual({
      ...fileSystemInfo,
      lastModifiedDateTime: '2002-02-03T04:05:06Z',
    });
    expect((await set(folder.at('a.txt'), { createdDateTime: 'no' })).status).toBe(400);
  });
});

describe('moving', () => {
  const into = ({ id }: { readonly id: string }): object => ({ parentReference: { id } });

  rule('takes everything below along', async (context) => {
    const { graph, folder, makeFolder, putFile } = context;
    const from = await makeFolder('from');
    const to = await makeFolder('to');
    await putFile('from/deep.txt', 'x');
    const { status, json } = await patch(context, from, { ...into(to), name: 'moved' });
    expect(status).toBe(200);
    expect(json.parentReference).toMatchObject({
      id: to.id,
      path: `${context.base}/root:/${folder.toldPath}/to`,
    });
    expect((await graph(folder.at('to/moved/deep.txt'))).status).toBe(200);
    expect((await graph(folder.at('from'))).status).toBe(404);
    expect((await graph(folder.url)).json.folder.childCount).toBe(1);
  });

  rule(
    'is refused into itself, below itself, onto a taken name, into a file, to nowhere',
    async (context) => {
      const a = await context.makeFolder('a');
      const b = await context.makeFolder('a/b');
      const file = await context.putFile('b', 'a file named b');
      const refused = async (item: Json, target: { id: string }): Promise<unknown> =>
        outcome(await patch(context, item, into(target)));
      expect(await refused(a, a)).toEqual([400, 'invalidRequest']);
      expect(await refused(a, b)).toEqual([400, 'invalidRequest']);
      expect(await refused(file, a)).toEqual([409, 'nameAlreadyExists']);
      expect(await refused(a, file)).toEqual([400, 'invalidRequest']);
      expect(await refused(a, { id: '01NOWHERE' })).toEqual([404, 'itemNotFound']);
    },
  );

  rule('is refused to another drive', async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const foreign = { parentReference: { driveId: 'b!other', id: context.folder.id } };
    expect(outcome(await patch(context, file, foreign))).toEqual([400, 'invalidRequest']);
  });

  rule('is refused where what hangs below would become too deep', async (context) => {
    const long = await context.makeFolder('x'.repeat(250));
    const tree = await context.makeFolder('tree');
    await context.makeFolder(`tree/${'y'.repeat(200)}`);
    expect(innerCode(await patch(context, tree, into(long)))).toBe('pathIsTooLong');
  });
});

describe('deleting', () => {
  rule('answers 204 and takes everything below', async ({ graph, folder, makeFolder, putFile }) => {
    await makeFolder('a');
    const file = await putFile('a/b.txt', 'x');
    const remove = async (): Promise<number> => (await graph(folder.at('a'), { method: 'DELETE' })).status;
    expect(await remove()).toBe(204);
    expect((await graph(`/me/drive/items/${file.id}`)).status).toBe(404);
    expect(await remove()).toBe(404);
  });

  rule('gives the space back', { needs: 'whole drive' }, async ({ graph, folder, putFile }) => {
    await putFile('a.txt', 'x');
    expect((await graph('/me/drive')).json.quota.used).toBe(1);
    await graph(folder.at('a.txt'), { method: 'DELETE' });
    expect((await graph('/me/drive')).json.quota.used).toBe(0);
  });

  rule('is refused with a stale eTag', async ({ graph, folder, putFile }) => {
    const file = await putFile('a.txt', 'x');
    const now = await putFile('a.txt', 'y');
    const remove = (eTag: string): Promise<Reply> =>
      graph(folder.at('a.txt'), { method: 'DELETE', headers: { 'If-Match': eTag } });
    expect(outcome(await remove(file.eTag))).toEqual([412, 'resourceModified']);
    expect((await remove(now.eTag)).status).toBe(204);
  });

  rule('is refused for the root', { needs: 'whole drive' }, async ({ graph }) => {
    expect(outcome(await graph('/me/drive/root', { method: 'DELETE' }))).toEqual([400, 'invalidRequest']);
  });
});
