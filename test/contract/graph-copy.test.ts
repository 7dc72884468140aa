import { beforeEach, describe, expect, it } from 'vitest';
import {
  BYTES,
  createWorld,
  makeFolder,
  pia,
  putFile,
  type Json,
  type Reply,
  type TestWorld,
} from './graph-world';

let world: TestWorld;
let file: Json;
let folder: Json;

beforeEach(async () => {
  world = await createWorld();
  folder = await makeFolder(world, 'to');
  file = await putFile(world, 'a.txt', 'bytes');
});

const copy = (id: string, body: object, query = ''): Promise<Reply> =>
  world.graph(`/me/drive/items/${id}/copy${query}`, { body });

/** Waits for the end as a client does. */
async function outcome(accepted: Reply): Promise<unknown> {
  expect(accepted.status).toBe(202);
  const monitor = accepted.headers.get('location')!;
  expect(new URL(monitor).origin).toBe(BYTES);
  const first = await world.bytes(monitor);
  expect([first.status, first.json]).toMatchObject([202, { status: 'inProgress' }]);
  const { json } = await world.bytes(monitor);
  return json;
}

describe('copying', () => {
  it('a file into a folder leaves two that live and die apart', async () => {
    const done = (await outcome(await copy(file.id, { parentReference: { id: folder.id } }))) as {
      resourceId: string;
    };
    expect(done).toMatchObject({ status: 'completed', percentageComplete: 100 });
    expect(done.resourceId).not.toBe(file.id);
    await world.graph(`/me/drive/items/${file.id}`, { method: 'DELETE' });
    const { json } = await world.graph(`/me/drive/items/${done.resourceId}`);
    expect(json).toMatchObject({ name: 'a.txt', size: 5, file: file.file });
    expect((await world.bytes(json['@microsoft.graph.downloadUrl'])).text).toBe('bytes');
  });

  it('a folder takes everything below along, under another name', async () => {
    await putFile(world, 'to/x/deep.txt', 'deep');
    expect(await outcome(await copy(folder.id, { name: 'again' }))).toMatchObject({ status: 'completed' });
    expect((await world.graph('/me/drive/root:/again/x/deep.txt')).json.size).toBe(4);
    expect((await world.graph('/me/drive/root:/to/x/deep.txt')).status).toBe(200);
  });

  it('onto a taken name is accepted, and fails in the monitor', async () => {
    const failed = await outcome(await copy(file.id, {}));
    expect(failed).toMatchObject({ status: 'failed', error: { code: 'nameAlreadyExists' } });
    const option = '?@microsoft.graph.conflictBehavior=';
    expect(await outcome(await copy(file.id, {}, `${option}rename`))).toMatchObject({ status: 'completed' });
    expect((await world.graph('/me/drive/root:/a 1.txt')).status).toBe(200);
    const replaced = await copy(file.id, { name: 'a 1.txt' }, `${option}replace`);
    expect(await outcome(replaced)).toMatchObject({ status: 'completed' });
    expect(await outcome(await copy(file.id, {}, `${option}replace`))).toMatchObject({ status: 'failed' });
    expect((await world.graph('/me/drive/root')).json.folder.childCount).toBe(3);
  });

  it('on personal drives knows no conflict behaviour', async () => {
    const made = await world.graph('/me/drive/root:/a.txt:/content', { method: 'PUT', body: 'x', user: pia });
    const path = `/me/drive/items/${made.json.id}/copy?@microsoft.graph.conflictBehavior=rename`;
    expect(await outcome(await world.graph(path, { body: {}, user: pia }))).toMatchObject({
      status: 'failed',
    });
  });

  it('is refused into itself, to nowhere, to another drive, with a bad name, without the right', async () => {
    const inside = await makeFolder(world, 'inside', folder.id);
    const into = (id: string): object => ({ parentReference: { id } });
    expect((await copy(folder.id, into(inside.id))).status).toBe(400);
    expect((await copy(file.id, into('01NOWHERE'))).status).toBe(404);
    expect((await copy(file.id, { parentReference: { driveId: 'b!other', id: folder.id } })).status).toBe(
      404,
    );
    expect((await copy(file.id, into(file.id))).status).toBe(400);
    expect((await copy(file.id, { name: 'a:b' })).status).toBe(400);
    const reader = await world.graph(`/me/drive/items/${file.id}/copy`, { body: {}, scopes: ['Files.Read'] });
    expect(reader.status).toBe(403);
  });

  it('has a monitor no page can read in strict mode, and none for a guessed key', async () => {
    expect((await world.bytes(`${BYTES}/_api/v2.0/monitor/x?tempauth=guess`)).status).toBe(404);
    world = await createWorld({}, { strict: true });
    file = await putFile(world, 'a.txt', 'bytes');
    const accepted = await copy(file.id, { name: 'b.txt' });
    const { headers } = await world.bytes(accepted.headers.get('location')!);
    expect(headers.has('access-control-allow-origin')).toBe(false);
  });
});
