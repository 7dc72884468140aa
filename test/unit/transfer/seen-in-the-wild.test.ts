/** What others have run into and no other test of ours has met: docs/faults.md names each of them. */
import { expect, it } from 'vitest';
import { hashOf, type Operation } from './support/fake-drive';
import { createLibrary } from './support/library';
import { memoryFile, someBytes } from './support/memory-file';
import { createScene, UNIT } from './support/scene';

const large = () => memoryFile('large.bin', someBytes(3 * UNIT));
const small = (name = 'small.bin') => memoryFile(name, someBytes(50));

type Scene = ReturnType<typeof createScene>;

function store(scene: Scene, name: string, content = someBytes(9, 3)) {
  const file = scene.drive.store({ driveId: 'drive', parentId: 'root', name }, content, 'fail');
  if (!file) throw new Error('taken');
  return file;
}

it('a fresh session is sent to under its own address, and nothing more under the old one', async () => {
  const scene = createScene();
  scene.drive.fail('fragment', { effect: 'forget' });
  void scene.upload(large());
  await scene.settled();
  expect(scene.only().state.status).toBe('done');
  const addresses = scene.drive.log.flatMap(({ operation, request }) =>
    operation === 'fragment' ? (request?.address ?? '') : [],
  );
  const fresh = addresses.findIndex((address) => address !== addresses[0]);
  expect(fresh).toBeGreaterThan(0);
  expect(new Set(addresses.slice(fresh)).size).toBe(1);
  expect(scene.drive.openSessions()).toHaveLength(0);
});

it.each([
  ['a cancel that finds its session gone is done', 404],
  ['a cancel that comes too late ends there', 409],
])('%s', async (_what, status) => {
  const scene = createScene();
  scene.drive.fail('delete', { effect: 'answer', status });
  void scene.upload(large());
  await scene.environment.runUntil(() => scene.drive.count('fragment') === 2);
  scene.queue.cancelAll();
  await scene.environment.pass(600_000);
  expect(scene.only().state.status).toBe('cancelled');
  expect(scene.drive.count('delete')).toBe(1);
  expect(scene.environment.pendingTimers()).toBe(0);
});

it('a large file asks for its name before a session could write over it', async () => {
  const scene = createScene();
  store(scene, 'large.bin');
  void scene.upload(large());
  await scene.until('conflict');
  expect(scene.drive.count('session')).toBe(0);
  expect(scene.drive.files).toMatchObject([{ version: 1 }]);
});

it('a hash that is wrong for a moment is looked at again, and nothing is sent or deleted', async () => {
  const scene = createScene();
  const { putContent } = scene.ports;
  const wrong = { file: { hashes: { quickXorHash: hashOf(someBytes(1)) } } };
  Object.assign(scene.ports, {
    putContent: async (...call: Parameters<typeof putContent>) => ({
      ...(await putContent(...call)),
      ...wrong,
    }),
  });
  void scene.upload(small());
  await scene.settled();
  expect(scene.only().state.status).toBe('done');
  expect(scene.drive.count('put')).toBe(1);
  expect(scene.drive.files).toHaveLength(1);
});

it('a folder is never replaced by a file of its name', async () => {
  const scene = createScene();
  scene.drive.folders.push({ id: 'f', parentId: 'root', name: 'small.bin' });
  scene.drive.refuse('put', 'name-conflict');
  void scene.queue.upload([{ kind: 'file', file: small(), path: [], conflictBehavior: 'replace' }], {
    driveId: 'drive',
    id: 'root',
    name: 'My files',
  });
  await scene.until('conflict');
  expect(scene.drive.folders).toHaveLength(1);
  expect(scene.drive.files).toHaveLength(0);
});

it('a download that fails asks the service for nothing but its address', async () => {
  const scene = createLibrary({ failures: [404, 404, 404, 404, 404, 404, 404, 404] });
  void scene.queue.download([scene.items[0]]);
  await scene.settled();
  expect(scene.only().state.status).toBe('failed');
  const asked = new Set<Operation>(scene.drive.log.map(({ operation }) => operation));
  expect(asked).toEqual(new Set(['url']));
  expect(scene.drive.files).toHaveLength(3);
});
