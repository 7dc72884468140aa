import { describe, expect, it } from 'vitest';
import { createThrottleGate } from '../../../src/lib';
import { createLaterQueue } from '../../../src/transfer';
import { createFakeDrive } from './support/fake-drive';
import { createPorts } from './support/fake-ports';
import { memoryFile, someBytes } from './support/memory-file';
import { ROOT } from './support/scene';
import { createVirtualEnvironment } from './support/virtual-environment';

// How long code takes to come is nobody's fault here.
await Promise.all([import('../../../src/transfer/queue'), import('../../../src/transfer/upload-file')]);

function openQueue() {
  const environment = createVirtualEnvironment();
  const drive = createFakeDrive(environment);
  const gate = createThrottleGate(environment);
  const queue = createLaterQueue({ ports: createPorts(drive), environment, gate });
  const outcome = async <T>(promise: Promise<T>): Promise<T> => {
    let isThere = false;
    void promise.finally(() => {
      isThere = true;
    });
    await environment.runUntil(() => isThere);
    return promise;
  };
  return { drive, queue, outcome };
}

const source = (name: string) =>
  ({ kind: 'file', file: memoryFile(name, someBytes(100)), path: [] }) as const;

describe('a queue whose code is not there yet', () => {
  it('keeps what it is asked for, and begins it when the code is there', async () => {
    const { queue, drive, outcome } = openQueue();
    const seen: number[] = [];
    queue.tasks.subscribe(() => seen.push(queue.tasks.get().length));
    const uploaded: string[] = [];
    queue.onUploaded(({ name }) => uploaded.push(name));
    const upload = queue.upload([source('a.txt')], ROOT);
    expect(queue.tasks.get()).toEqual([]);
    expect(queue.summary().settled).toBe(true);
    expect(queue.unfinished()).toMatchObject([{ kind: 'upload', target: ROOT, conflictBehavior: 'ask' }]);
    const [task] = await outcome(upload);
    expect(task?.state.status).toBe('done');
    expect(seen.at(-1)).toBe(1);
    expect(uploaded).toEqual(['a.txt']);
    expect(drive.files.map(({ name }) => name)).toContain('a.txt');
    expect(queue.unfinished()).toEqual([]);
  });

  it('leaves what somebody follows by its tasks to them', async () => {
    const { queue, outcome } = openQueue();
    const upload = queue.upload([source('a.txt')], ROOT, { onStarted: () => undefined });
    expect(queue.unfinished()).toEqual([]);
    await outcome(upload);
  });

  it('forgets what is cancelled before it has begun: it may be somebody else’s drive by then', async () => {
    const { queue, drive, outcome } = openQueue();
    const upload = queue.upload([source('a.txt')], ROOT);
    queue.cancelAll();
    expect(await upload).toEqual([]);
    expect(queue.unfinished()).toEqual([]);
    await outcome(queue.upload([source('b.txt')], ROOT));
    expect(drive.files.map(({ name }) => name)).not.toContain('a.txt');
  });

  it('begins nothing after its end', async () => {
    const { queue } = openQueue();
    const upload = queue.upload([source('a.txt')], ROOT);
    queue.dispose();
    expect(await upload).toEqual([]);
    expect(await queue.download([])).toBeUndefined();
    expect(queue.tasks.get()).toEqual([]);
  });

  it('lets whoever stops listening before it is there hear nothing', async () => {
    const { queue, outcome } = openQueue();
    let told = 0;
    queue.tasks.subscribe(() => (told += 1))();
    await outcome(queue.upload([source('a.txt')], ROOT));
    expect(told).toBe(0);
  });
});
