import { describe, expect, it } from 'vitest';
import { serveHashes, type HashErrand } from '../../../src/lib';
import { createSourceFile } from '../../../src/transfer/source-file';
import { hashOf } from './support/fake-drive';
import { someBytes } from './support/memory-file';

const SIZE = 9 * 1024 * 1024 + 7;
const CONTENT = someBytes(SIZE);

/** As much of a worker as a hash needs; without one, nobody ever answers. */
function createThread(run: ((errand: HashErrand) => void) | undefined) {
  const target = new EventTarget();
  const errands: HashErrand[] = [];
  const worker = Object.assign(target, {
    postMessage: (errand: HashErrand) => {
      errands.push(errand);
      run?.(errand);
    },
  });
  return {
    worker: worker as unknown as Worker,
    errands,
    fail: () => target.dispatchEvent(new Event('error')),
  };
}

const fileOf = (content: Uint8Array<ArrayBuffer>) => new File([content], 'a.bin', { lastModified: 1 });
const identity = { size: SIZE, lastModified: 1 };

describe('the hash of a file that is uploaded', () => {
  it('is worked out in a thread of its own, piece by piece, where there is one', async () => {
    const { worker, errands } = createThread(serveHashes);
    const file = fileOf(CONTENT);
    const source = createSourceFile(file, identity, () => worker);
    await source.hashOn(0, 5_000_000);
    await source.hashOn(5_000_000, 8_000_000);
    expect(await source.hash()).toBe(hashOf(CONTENT));
    expect(errands.map((errand) => errand.file)).toEqual([file]);
    source.end();
  });

  it('goes on beside the fragments, and leaves out what the service has from another run', async () => {
    const asked: number[] = [];
    const { worker } = createThread(({ port }) => {
      port.addEventListener('message', ({ data }: MessageEvent<number>) => {
        asked.push(data);
        port.postMessage({ hash: 'so far' });
      });
      port.start();
    });
    const source = createSourceFile(fileOf(CONTENT), identity, () => worker);
    await source.hashOn(6_000_000, 7_000_000);
    await source.hashOn(0, 1_000_000);
    await source.hashOn(1_000_000, 2_000_000);
    expect(await source.hash()).toBe('so far');
    expect(asked).toEqual([1_000_000, 2_000_000, SIZE]);
    source.end();
  });

  it('is worked out by the page where there is no thread', async () => {
    const source = createSourceFile(fileOf(CONTENT), identity, () => undefined);
    await source.hashOn(0, 5_000_000);
    expect(await source.hash()).toBe(hashOf(CONTENT));
  });

  it('is worked out by the page where a policy refuses the thread after all', async () => {
    const { worker, fail } = createThread(undefined);
    const source = createSourceFile(fileOf(CONTENT), identity, () => worker);
    const hashing = source.hashOn(0, 5_000_000);
    await Promise.resolve();
    fail();
    await hashing;
    await source.hashOn(5_000_000, 8_000_000);
    expect(await source.hash()).toBe(hashOf(CONTENT));
  });

  it('is none where the file can’t be read any more', async () => {
    const { worker } = createThread(serveHashes);
    const file = fileOf(CONTENT);
    file.slice = () => {
      throw new DOMException('gone', 'NotReadableError');
    };
    const source = createSourceFile(file, identity, () => worker);
    await expect(source.hashOn(0, 1000)).rejects.toMatchObject({ code: 'source-changed' });
    source.end();
  });
});
