import { describe, expect, it } from 'vitest';
import type { DriveItem } from '../../../src/graph';
import { createSecretUrl, OneDriveError } from '../../../src/lib';
import type { FolderReference, UploadTarget } from '../../../src/transfer';
import { createScene } from './support/scene';

const FOLDER: DriveItem = {
  id: 'reports',
  driveId: 'drive',
  name: 'Reports',
  size: 900,
  parentReference: {},
  folder: { childCount: 3 },
};
const TARGET: FolderReference = { driveId: 'team', id: 'archive', name: 'Archive' };

/** Folders that the service copies: what the monitor says, and what is to be seen in the target. */
function createCopying() {
  const orders: { readonly id: string; readonly target: UploadTarget }[] = [];
  const seen = new Map<string, DriveItem>();
  const told = { current: { status: 'inProgress', percentageComplete: 0 }, times: 0 };
  const scene = createScene({
    ports: {
      copyItem: async ({ id }, target) => {
        orders.push({ id, target });
        return createSecretUrl('https://monitor.example/1?tempauth=s3cret');
      },
      findItem: async ({ name }) => seen.get(name),
    },
  });
  scene.environment.onRequest.fetch = async () => {
    told.times += 1;
    return Response.json(told.current, { status: 202 });
  };
  const say = (status: string, percentageComplete: number) => {
    told.current = { status, percentageComplete };
  };
  const copy = (items: readonly DriveItem[] = [FOLDER]) => void scene.queue.copy(items, TARGET);
  return { ...scene, orders, seen, told, say, copy };
}

describe('copying', () => {
  it('shows how far the service is, and holds no place of an upload meanwhile', async () => {
    const scene = createCopying();
    scene.copy();
    await scene.until('sending');
    scene.say('inProgress', 50);
    await scene.environment.pass(5_000);
    expect(scene.only().state).toMatchObject({ status: 'sending', loaded: 450, total: 900 });
    for (const name of ['a', 'b', 'c']) void scene.upload(new File(['x'], name));
    await scene.environment.pass(1_000);
    expect(scene.queue.summary()).toMatchObject({ done: 3, active: 1 });
    expect(JSON.stringify(scene.queue.tasks.get())).not.toContain('s3cret');
    scene.queue.dispose();
  });

  it('goes into another drive, by the ids of both, under its own name', async () => {
    const scene = createCopying();
    scene.copy();
    await scene.until('sending');
    const target = { driveId: 'team', parentId: 'archive', name: 'Reports' };
    expect(scene.orders).toEqual([{ id: 'reports', target }]);
    scene.queue.dispose();
  });

  it('takes what a shortcut leads to', async () => {
    const scene = createCopying();
    scene.copy([{ ...FOLDER, remoteItem: { id: 'theirs', driveId: 'other', folder: {} } }]);
    await scene.until('sending');
    expect(scene.orders.map(({ id }) => id)).toEqual(['theirs']);
    scene.queue.dispose();
  });

  it('is done when a folder has all that the original has, not when the monitor says so', async () => {
    const scene = createCopying();
    const arrived: string[] = [];
    scene.queue.onCopied((item, folder) => void arrived.push(`${item.id} in ${folder.id}`));
    scene.copy();
    await scene.until('sending');
    scene.say('completed', 100);
    const copy = { ...FOLDER, id: 'copy', size: 300, folder: { childCount: 1 } };
    scene.seen.set('Reports', copy);
    await scene.environment.pass(20_000);
    expect(scene.only().state.status).not.toBe('done');
    scene.seen.set('Reports', { ...copy, size: 900, folder: { childCount: 3 } });
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'done', item: { id: 'copy' } });
    expect(arrived).toEqual(['copy in archive']);
  });

  it('is done in the end where something is never copied, and says that it is not proved', async () => {
    const scene = createCopying();
    scene.copy();
    scene.say('completed', 100);
    await scene.environment.pass(1_500);
    scene.seen.set('Reports', { ...FOLDER, id: 'copy', size: 800 });
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'done', unverified: true });
  });

  it('that never comes to an end is given up as something that passes: a retry looks first', async () => {
    const scene = createCopying();
    scene.copy();
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'timed-out' } });
    expect(scene.told.times).toBeLessThan(120);
    scene.seen.set('Reports', { ...FOLDER, id: 'copy' });
    scene.say('completed', 100);
    scene.queue.retryFailed();
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
    expect(scene.orders).toHaveLength(1);
  });

  it('is a task for each item; nothing is lost with the page once it was asked for', async () => {
    const scene = createCopying();
    scene.copy([FOLDER, { ...FOLDER, id: 'plans', name: 'Plans' }]);
    expect(scene.queue.unfinished()).toHaveLength(2);
    await scene.environment.pass(1_000);
    expect(scene.queue.tasks.get().map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'copy Reports',
      'copy Plans',
    ]);
    expect(scene.queue.unfinished()).toEqual([]);
    scene.queue.dispose();
  });

  it('asks once for the right to write; without it nothing is copied', async () => {
    const scene = createCopying();
    scene.drive.settings.authorize = () => Promise.reject(new OneDriveError('consent-declined'));
    scene.copy();
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'consent-declined' } });
    expect(scene.orders).toEqual([]);
  });

  it('that is cancelled before it was asked for does not go on anywhere', async () => {
    const scene = createCopying();
    scene.copy();
    scene.queue.cancelAll();
    await scene.environment.pass(1_000);
    expect(scene.only().state).toEqual({ status: 'cancelled' });
    expect(scene.orders).toEqual([]);
  });

  it('can’t be paused, and no answer replaces anything', async () => {
    const scene = createCopying();
    scene.seen.set('Reports', { ...FOLDER, id: 'theirs' });
    scene.copy();
    await scene.until('conflict');
    scene.queue.pauseAll();
    scene.queue.resolveConflict(scene.only().id, 'replace');
    await scene.until('conflict');
    expect(scene.orders).toEqual([]);
    scene.queue.resolveConflict(scene.only().id, 'rename');
    await scene.until('sending');
    expect(scene.orders.map(({ target }) => target.name)).toEqual(['Reports 1']);
    scene.queue.dispose();
  });
});
