import { describe, expect, it } from 'vitest';
import { OneDriveError } from '../../../src/lib';
import type { UploadSource } from '../../../src/transfer';
import { processorTime } from '../../support/processor-time';
import { HOST, type Operation } from './support/fake-drive';
import { createPorts } from './support/fake-ports';
import { memoryFile, someBytes } from './support/memory-file';
import { createScene, ROOT, source, UNIT } from './support/scene';

const big = (name = 'big.bin') => memoryFile(name, someBytes(3 * UNIT));
const small = (name: string) => memoryFile(name, someBytes(50));
const inFolder = (path: string[], name: string): UploadSource => ({ kind: 'file', file: small(name), path });

describe('the queue', () => {
  it.each([
    ['three large files', big, 3],
    ['six small files', small, 6],
  ])('sends %s at a time and the others after them', async (_what, make, atATime) => {
    const scene = createScene();
    const upload = scene.upload(...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => make(name)));
    let most = 0;
    await scene.environment.runUntil(() => {
      most = Math.max(most, scene.queue.summary().active);
      return scene.queue.summary().settled;
    });
    expect(most).toBe(atATime);
    expect((await upload).map((task) => task.state.status)).toEqual(Array(8).fill('done'));
  });

  it('tells what was uploaded and where', async () => {
    const scene = createScene();
    const told: string[] = [];
    const off = scene.queue.onUploaded((item, folder) => told.push(`${folder.name}/${item.name}`));
    void scene.upload(small('a'));
    await scene.settled();
    off();
    void scene.upload(small('b'));
    await scene.settled();
    expect(told).toEqual(['My files/a']);
  });

  it('makes each folder once, parents first, and keeps empty ones', async () => {
    const scene = createScene();
    const sources: UploadSource[] = [
      { kind: 'folder', path: ['x'] },
      { kind: 'folder', path: ['x', 'empty'] },
      ...['1', '2', '3', '4'].map((name) => inFolder(['x', 'y'], name)),
      inFolder(['x'], 'top'),
    ];
    const upload = scene.queue.upload(sources, ROOT);
    await scene.settled();
    const tasks = await upload;
    expect(tasks.map((task) => task.name)).toEqual(['empty', '1', '2', '3', '4', 'top']);
    expect(tasks.every((task) => task.state.status === 'done')).toBe(true);
    expect(tasks[1]?.folder?.name).toBe('y');
    expect(scene.drive.count('folder')).toBe(3);
    const [x] = scene.drive.folders;
    expect(x).toMatchObject({ name: 'x', parentId: 'root' });
    const below = scene.drive.folders.filter(({ parentId }) => parentId === x?.id);
    expect(below.map(({ name }) => name).sort()).toEqual(['empty', 'y']);
  });

  it('fails only the files of a folder that cannot be made; a retry tries the folder again', async () => {
    const scene = createScene();
    scene.drive.refuse('folder', 'access-denied');
    void scene.queue.upload([inFolder(['x'], 'a'), inFolder(['x'], 'b'), source(small('c'))], ROOT);
    await scene.settled();
    const codes = () =>
      scene.queue.tasks
        .get()
        .map(({ state }) => (state.status === 'failed' ? state.error.code : state.status));
    expect(codes()).toEqual(['access-denied', 'access-denied', 'done']);
    expect(scene.drive.count('folder')).toBe(1);
    scene.queue.retryFailed();
    await scene.settled();
    expect(codes()).toEqual(['done', 'done', 'done']);
  });

  it.each<[Operation, number]>([
    ['folder', 429],
    ['folder', 503],
    ['session', 429],
    ['find', 429],
    ['put', 429],
  ])(
    'sits a long Retry-After out, nothing sent and nothing failed (%s answers %i)',
    async (operation, status) => {
      const scene = createScene();
      scene.drive.fail(operation, { effect: 'answer', status, retryAfter: 30 });
      const sources = Array.from({ length: 50 }, (_, index): UploadSource => {
        const file = index % 10 === 0 ? big(`${index}.bin`) : small(`${index}.txt`);
        return { kind: 'file', file, path: [index % 2 === 0 ? 'even' : 'odd'] };
      });
      const upload = scene.queue.upload(sources, ROOT);
      await scene.environment.runUntil(() => scene.drive.settings.opensAt > 0);
      const opensAt = scene.drive.settings.opensAt;
      // What was on its way when the answer came is let through to its end.
      await scene.environment.pass(5000);
      const sent = scene.drive.log.length;
      const states = scene.queue.tasks.get().map((task) => task.state);
      expect(states).toContainEqual(expect.objectContaining({ status: 'waiting', until: opensAt }));
      await scene.environment.pass(24_900);
      expect(scene.drive.log).toHaveLength(sent);
      await scene.settled();
      expect((await upload).map((task) => task.state.status)).toEqual(Array(50).fill('done'));
      expect(scene.drive.folders).toHaveLength(2);
    },
  );

  it('makes a folder again on retry although another retry came while its making was still under way', async () => {
    const failures: (() => void)[] = [];
    const scene: ReturnType<typeof createScene> = createScene({
      ports: {
        ensureFolder: (...call) =>
          failures.length > 0
            ? createPorts(scene.drive).ensureFolder(...call)
            : new Promise((_resolve, reject) => {
                failures.push(() => reject(new OneDriveError('access-denied')));
              }),
      },
    });
    scene.drive.refuse('put', 'access-denied');
    void scene.queue.upload([inFolder(['x'], 'a'), source(small('b'))], ROOT);
    await scene.until('failed');
    scene.queue.retryFailed();
    failures.forEach((fail) => fail());
    await scene.settled();
    expect(scene.queue.summary()).toMatchObject({ done: 1, failed: 1 });
    scene.queue.retryFailed();
    await scene.settled();
    expect(scene.queue.summary()).toMatchObject({ done: 2, failed: 0 });
  });

  it('asks for consent once for the whole batch', async () => {
    const scene = createScene();
    let asked = 0;
    let allow = () => {};
    scene.drive.settings.authorize = () => {
      asked += 1;
      return new Promise((resolve) => {
        allow = resolve;
      });
    };
    void scene.upload(...['a', 'b', 'c', 'd', 'e'].map(small));
    await scene.environment.pass(10);
    expect(scene.drive.count('put')).toBe(0);
    allow();
    await scene.settled();
    expect(asked).toBe(1);
    expect(scene.queue.summary().done).toBe(5);
  });

  it('ends with the reason where consent is declined, asked once, and a retry asks again', async () => {
    const scene = createScene();
    let asked = 0;
    scene.drive.settings.authorize = () => {
      asked += 1;
      return asked === 1 ? Promise.reject(new OneDriveError('consent-declined')) : Promise.resolve();
    };
    void scene.upload(...['a', 'b', 'c', 'd', 'e'].map(small));
    await scene.settled();
    expect(asked).toBe(1);
    expect(scene.queue.summary().failed).toBe(5);
    scene.queue.retryFailed();
    await scene.settled();
    expect(scene.queue.summary().done).toBe(5);
  });

  it('waits for a new sign-in and goes on, nothing discarded', async () => {
    const scene = createScene();
    scene.drive.refuse('session', 'sign-in-needed');
    let signIn = () => {};
    let asked = 0;
    scene.drive.settings.authorize = () => {
      asked += 1;
      return asked === 1
        ? Promise.resolve()
        : new Promise((resolve) => {
            signIn = resolve;
          });
    };
    void scene.upload(big());
    await scene.environment.runUntil(() => asked === 2);
    await scene.environment.pass(3_600_000);
    expect(scene.only().state).toMatchObject({ status: 'waiting', reason: 'sign-in' });
    signIn();
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
  });

  it('waits while offline, for as long as it takes, and goes on with the online event', async () => {
    const scene = createScene();
    void scene.upload(big());
    await scene.environment.runUntil(() => scene.drive.count('fragment') === 2);
    let online = false;
    scene.drive.settings.decide = () => (online ? undefined : { effect: 'unreachable' });
    scene.environment.setOnline(false);
    await scene.environment.pass(3_600_000);
    expect(scene.only().state).toMatchObject({ status: 'waiting', reason: 'offline' });
    online = true;
    scene.environment.setOnline(true);
    await scene.environment.pass(500);
    expect(scene.only().state.status).not.toBe('waiting');
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
    expect(scene.drive.count('session')).toBe(1);
  });

  it('goes on by itself although navigator.onLine lies', async () => {
    const scene = createScene();
    scene.environment.setOnline(false);
    scene.drive.fail('fragment', { effect: 'unreachable' });
    void scene.upload(big());
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
  });

  it.each([0, 1, 2, 3])('cancels at once and deletes the session behind it (moment %i)', async (moment) => {
    const scene = createScene();
    const upload = scene.upload(big());
    await scene.environment.runUntil(() => scene.drive.log.length > moment);
    scene.queue.cancel(scene.only().id);
    expect(scene.only().state).toEqual({ status: 'cancelled' });
    expect((await upload)[0]?.state.status).toBe('cancelled');
    await scene.environment.pass(5000);
    expect(scene.drive.openSessions()).toHaveLength(0);
    expect(scene.drive.files).toHaveLength(0);
    expect(scene.environment.pendingTimers()).toBe(0);
  });

  it('deletes the session although the first tries fail', async () => {
    const scene = createScene();
    scene.drive.fail('delete', { effect: 'unreachable' }, { effect: 'answer', status: 503 });
    void scene.upload(big());
    await scene.environment.runUntil(() => scene.drive.count('fragment') === 1);
    scene.queue.cancelAll();
    await scene.environment.pass(60_000);
    expect(scene.drive.openSessions()).toHaveLength(0);
  });

  it('waits before the next try to delete as long as the host says, and all others with it', async () => {
    const scene = createScene();
    scene.drive.fail('delete', { effect: 'answer', status: 503, retryAfter: 90 });
    void scene.upload(big());
    await scene.environment.runUntil(() => scene.drive.count('fragment') === 1);
    scene.queue.cancelAll();
    await scene.environment.pass(1000);
    expect(scene.gate.opensAt(HOST)).toBeGreaterThan(scene.environment.now() + 80_000);
    await scene.environment.pass(85_000);
    expect(scene.drive.count('delete')).toBe(1);
    await scene.environment.pass(10_000);
    expect(scene.drive.openSessions()).toHaveLength(0);
  });

  it('begins a cancelled file again on request', async () => {
    const scene = createScene();
    void scene.upload(big());
    await scene.environment.runUntil(() => scene.drive.count('fragment') === 1);
    scene.queue.cancelAll();
    scene.queue.retry(scene.only().id);
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
    expect(scene.drive.files).toHaveLength(1);
  });

  it('does not make a second file out of a retry where the first one had arrived after all', async () => {
    const scene = createScene();
    scene.drive.fail('put', { effect: 'lost' });
    scene.drive.refuse('find', 'unavailable');
    void scene.upload(small('a'));
    await scene.settled();
    expect(scene.only().state.status).toBe('failed');
    scene.queue.retryFailed();
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
    expect(scene.drive.files).toHaveLength(1);
  });

  it('leaves nothing behind when disposed: no session, no timer, no listener, no open promise', async () => {
    const scene = createScene();
    const upload = scene.upload(big('a'), big('b'), big('c'), big('d'));
    await scene.environment.runUntil(() => scene.drive.count('fragment') > 4);
    scene.queue.dispose();
    await scene.environment.pass(1000);
    expect((await upload).map((task) => task.state.status)).toEqual(Array(4).fill('cancelled'));
    expect(scene.drive.openSessions()).toHaveLength(0);
    expect(scene.environment.pendingTimers()).toBe(0);
    expect(scene.environment.onlineListeners()).toBe(0);
  });

  it('takes nothing and rejects nothing once disposed', async () => {
    const scene = createScene();
    scene.queue.dispose();
    expect(await scene.upload(big())).toEqual([]);
    const item = { id: '1', driveId: 'drive', name: 'a', parentReference: {} };
    expect(await scene.queue.download([item])).toBeUndefined();
    expect(scene.queue.tasks.get()).toEqual([]);
    expect(scene.drive.log).toEqual([]);
  });

  it('takes 1,000 files without telling the watcher of every byte', async () => {
    const scene = createScene();
    let told = 0;
    scene.queue.tasks.subscribe(() => {
      told += 1;
    });
    const files = Array.from({ length: 1000 }, (_, index) => small(`file ${index}`));
    const used = processorTime();
    const upload = scene.upload(...files);
    expect(told).toBe(1);
    await scene.environment.runUntil(() => scene.queue.summary().settled, { limit: 100_000 });
    expect((await upload).every((task) => task.state.status === 'done')).toBe(true);
    // One for each end, one for the start, and some for the progress in between.
    expect(told).toBeLessThan(2200);
    expect(used()).toBeLessThan(15_000);
    scene.queue.clearFinished();
    expect(scene.queue.tasks.get()).toEqual([]);
  });

  it('cancels 1,000 files with one message to the watchers', async () => {
    const scene = createScene();
    void scene.upload(...Array.from({ length: 1000 }, (_, index) => small(`file ${index}`)));
    let told = 0;
    scene.queue.tasks.subscribe(() => {
      told += 1;
    });
    scene.queue.cancelAll();
    expect(told).toBe(1);
    expect(scene.queue.summary()).toMatchObject({ cancelled: 1000, settled: true });
  });
});
