import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, makeFolder, pia, putFile, type Reply, type TestWorld } from './graph-world';

let world: TestWorld;

beforeEach(async () => {
  world = await createWorld();
});

const outcome = ({ status, json }: Reply): unknown => [status, json.error.code];
const patch = (id: unknown, body: object, headers: Record<string, string> = {}): Promise<Reply> =>
  world.graph(`/me/drive/items/${String(id)}`, { method: 'PATCH', body, headers });

describe('creating a folder', () => {
  const create = (name: string, behavior?: string): Promise<Reply> =>
    world.graph('/me/drive/root/children', {
      body: {
        name,
        folder: { childCount: 0 },
        ...(behavior === undefined ? {} : { '@microsoft.graph.conflictBehavior': behavior }),
      },
    });

  it('answers 201 with the item', async () => {
    const { status, json } = await create('Plans');
    expect(status).toBe(201);
    expect(json).toMatchObject({ name: 'Plans', folder: { childCount: 0 }, size: 0 });
  });

  it('meets a taken name with 409, another name or the folder that is there', async () => {
    const first = (await create('Plans')).json;
    expect(outcome(await create('PLANS'))).toEqual([409, 'nameAlreadyExists']);
    expect(outcome(await create('Plans', 'fail'))).toEqual([409, 'nameAlreadyExists']);
    expect((await create('Plans', 'rename')).json.name).toBe('Plans 1');
    expect((await create('Plans', 'rename')).json.name).toBe('Plans 2');
    expect((await create('Plans', 'replace')).json.id).toBe(first.id);
  });

  it.each([
    'a/b',
    'a:b',
    'a*b',
    'a?b',
    'a"b',
    'a<b',
    'a>b',
    'a|b',
    'a\\b',
    ' a',
    'a ',
    'a.',
    '',
    '.',
    '..',
    'CON',
    'lpt1',
    '.lock',
    'desktop.ini',
    '~$x',
    'a_vti_b',
    'Forms',
    '~tmp',
    'a\u0007b',
  ])('refuses the name %j', async (name) => {
    expect(outcome(await create(name))).toEqual([400, 'invalidRequest']);
  });

  it.each(['100% #1', "it's & more + so", 'forms 2', 'CONcert', 'a~', '日本語', '🎉'])(
    'takes the name %j',
    async (name) => {
      expect((await create(name)).json.name).toBe(name);
    },
  );

  it('takes on personal drives what only work drives refuse', async () => {
    const answer = await world.graph('/me/drive/root/children', {
      body: { name: '~x', folder: {} },
      user: pia,
    });
    expect(answer.status).toBe(201);
  });

  it('refuses too long a name and too deep a path', async () => {
    const tooLong = await create('x'.repeat(256));
    expect(tooLong.json.error.innerError.code).toBe('pathIsTooLong');
    expect((await create('x'.repeat(255))).status).toBe(201);
    const deep = await world.graph(`/me/drive/root:/${'x'.repeat(255)}:/children`, {
      body: { name: 'y'.repeat(145), folder: {} },
    });
    expect(deep.json.error.innerError.code).toBe('pathIsTooLong');
  });

  it('refuses a body without a folder, a body that is not JSON, a missing parent', async () => {
    expect((await world.graph('/me/drive/root/children', { body: { name: 'x' } })).status).toBe(400);
    expect((await world.graph('/me/drive/root/children', { body: '{' })).status).toBe(400);
    const lost = await world.graph('/me/drive/root:/no:/children', { body: { name: 'x', folder: {} } });
    expect(outcome(lost)).toEqual([404, 'itemNotFound']);
  });
});

describe('renaming', () => {
  it('keeps the id and the content, and moves the eTag on', async () => {
    const file = await putFile(world, 'a.txt', 'x');
    const { status, json } = await patch(file.id, { name: 'b.md' });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      id: file.id,
      name: 'b.md',
      cTag: file.cTag,
      file: { mimeType: 'text/markdown' },
    });
    expect(json.eTag).not.toBe(file.eTag);
    expect((await world.graph('/me/drive/root:/a.txt')).status).toBe(404);
  });

  it('may change the case only, or only how an accent is written', async () => {
    const file = await putFile(world, encodeURIComponent('café.txt'), 'x');
    expect((await patch(file.id, { name: 'CAFÉ.txt' })).json.name).toBe('CAFÉ.txt');
    expect((await patch(file.id, { name: 'CAFE\u0301.txt' })).json.name).toBe('CAFE\u0301.txt');
    expect((await world.graph('/me/drive/root/children')).json.value).toHaveLength(1);
  });

  it('meets a taken name with 409 unless told otherwise', async () => {
    const a = await putFile(world, 'a.txt', 'a');
    await putFile(world, 'b.txt', 'b');
    expect(outcome(await patch(a.id, { name: 'B.txt' }))).toEqual([409, 'nameAlreadyExists']);
    const renamed = await patch(a.id, { name: 'b.txt', '@microsoft.graph.conflictBehavior': 'rename' });
    expect(renamed.json.name).toBe('b 1.txt');
    const replaced = await patch(a.id, { name: 'b.txt', '@microsoft.graph.conflictBehavior': 'replace' });
    expect(replaced.json).toMatchObject({ id: a.id, name: 'b.txt' });
    expect((await world.graph('/me/drive/root/children')).json.value).toHaveLength(1);
  });

  it('is refused with 412 when somebody was faster', async () => {
    const file = await putFile(world, 'a.txt', 'x');
    await putFile(world, 'a.txt', 'y');
    expect(outcome(await patch(file.id, { name: 'b.txt' }, { 'If-Match': file.eTag }))).toEqual([
      412,
      'resourceModified',
    ]);
    expect((await world.graph('/me/drive/root:/a.txt')).status).toBe(200);
  });

  it('refuses a bad name and the root', async () => {
    const file = await putFile(world, 'a.txt', 'x');
    expect(outcome(await patch(file.id, { name: 'a:b' }))).toEqual([400, 'invalidRequest']);
    expect(outcome(await patch('root', { name: 'x' }))).toEqual([400, 'invalidRequest']);
  });

  it('sets the times a client may set, by id and by path', async () => {
    await putFile(world, 'a.txt', 'x');
    const fileSystemInfo = {
      createdDateTime: '2001-02-03T04:05:06Z',
      lastModifiedDateTime: '2002-02-03T04:05:06.789Z',
    };
    const root = (await world.graph('/me/drive/root')).json;
    const { json } = await world.graph(`/me/drive/items/${root.id}:/a.txt:`, {
      method: 'PATCH',
      body: { fileSystemInfo },
    });
    expect(json.fileSystemInfo).toEqual({
      ...fileSystemInfo,
      lastModifiedDateTime: '2002-02-03T04:05:06Z',
    });
    const wrong = await world.graph('/me/drive/root:/a.txt', {
      method: 'PATCH',
      body: { fileSystemInfo: { createdDateTime: 'no' } },
    });
    expect(wrong.status).toBe(400);
  });
});

describe('moving', () => {
  it('takes everything below along', async () => {
    const from = await makeFolder(world, 'from');
    const to = await makeFolder(world, 'to');
    await putFile(world, 'from/deep.txt', 'x');
    const { status, json } = await patch(from.id, { parentReference: { id: to.id }, name: 'moved' });
    expect(status).toBe(200);
    expect(json.parentReference).toMatchObject({ id: to.id, path: '/drive/root:/to' });
    expect((await world.graph('/me/drive/root:/to/moved/deep.txt')).status).toBe(200);
    expect((await world.graph('/me/drive/root:/from')).status).toBe(404);
    expect((await world.graph('/me/drive/root')).json.folder).toEqual({ childCount: 1 });
  });

  it('is refused into itself, below itself, onto a taken name, into a file, to nowhere, to another drive', async () => {
    const a = await makeFolder(world, 'a');
    const b = await makeFolder(world, 'b', a.id);
    const file = await putFile(world, 'b', 'a file named b');
    const to = (id: unknown): object => ({ parentReference: { id } });
    expect(outcome(await patch(a.id, to(a.id)))).toEqual([400, 'invalidRequest']);
    expect(outcome(await patch(a.id, to(b.id)))).toEqual([400, 'invalidRequest']);
    expect(outcome(await patch(file.id, to(a.id)))).toEqual([409, 'nameAlreadyExists']);
    expect(outcome(await patch(a.id, to(file.id)))).toEqual([400, 'invalidRequest']);
    expect(outcome(await patch(a.id, to('01NOWHERE')))).toEqual([404, 'itemNotFound']);
    const foreign = { parentReference: { driveId: 'b!other', id: a.id } };
    expect(outcome(await patch(file.id, foreign))).toEqual([400, 'invalidRequest']);
  });

  it('is refused where what hangs below would become too deep', async () => {
    const long = await makeFolder(world, 'x'.repeat(250));
    const tree = await makeFolder(world, 'tree');
    await makeFolder(world, 'y'.repeat(200), tree.id);
    const { json } = await patch(tree.id, { parentReference: { id: long.id } });
    expect(json.error.innerError.code).toBe('pathIsTooLong');
  });
});

describe('deleting', () => {
  it('answers 204 and takes everything below', async () => {
    const folder = await makeFolder(world, 'a');
    const file = await putFile(world, 'a/b.txt', 'x');
    expect((await world.graph(`/me/drive/items/${folder.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await world.graph(`/me/drive/items/${file.id}`)).status).toBe(404);
    expect((await world.graph(`/me/drive/items/${folder.id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await world.graph('/me/drive')).json.quota.used).toBe(0);
  });

  it('is refused with a stale eTag, and for the root', async () => {
    const file = await putFile(world, 'a.txt', 'x');
    await putFile(world, 'a.txt', 'y');
    const stale = await world.graph(`/me/drive/items/${file.id}`, {
      method: 'DELETE',
      headers: { 'If-Match': file.eTag },
    });
    expect(outcome(stale)).toEqual([412, 'resourceModified']);
    const now = (await world.graph(`/me/drive/items/${file.id}`)).json.eTag;
    const fresh = await world.graph(`/me/drive/items/${file.id}`, {
      method: 'DELETE',
      headers: { 'If-Match': now },
    });
    expect(fresh.status).toBe(204);
    expect(outcome(await world.graph('/me/drive/root', { method: 'DELETE' }))).toEqual([
      400,
      'invalidRequest',
    ]);
  });
});
