import { describe, expect, it } from 'vitest';
import { createContents, type FileContent } from '../../../../src/drive';
import { OneDriveError } from '../../../../src/lib';
import { buildFile } from '../../../support/drive-items';

const content: FileContent = { bytes: [], isCut: false };

describe('what was read of files', () => {
  it('is read once as long as the file is near', async () => {
    const read: string[] = [];
    const contents = createContents(async () => ({
      read: async ({ id }) => {
        read.push(id);
        return content;
      },
    }));
    const [a, b] = [buildFile({ id: 'a' }), buildFile({ id: 'b' })];
    await Promise.all([contents.read(a, 10), contents.read(a, 10), contents.read(b, 10)]);
    contents.keep([b]);
    await Promise.all([contents.read(a, 10), contents.read(b, 10)]);
    expect(read).toEqual(['a', 'b', 'a']);
  });

  it('is read anew where the file has changed, and where reading has failed', async () => {
    let count = 0;
    const contents = createContents(async () => ({
      read: async () => {
        count += 1;
        if (count === 1) throw new OneDriveError('offline');
        return content;
      },
    }));
    const before = buildFile({ id: 'a', cTag: 'one' });
    await expect(contents.read(before, 10)).rejects.toMatchObject({ code: 'offline' });
    await contents.read(before, 10);
    await contents.read(buildFile({ id: 'a', cTag: 'two' }), 10);
    expect(count).toBe(3);
  });

  it('ends where nobody is near any more', async () => {
    const contents = createContents(async () => ({
      read: (_item, _limit, signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new OneDriveError('cancelled')));
        }),
    }));
    const reading = contents.read(buildFile({ id: 'a' }), 10);
    // The code is there by the next turn.
    await Promise.resolve();
    contents.keep([]);
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  });
});
