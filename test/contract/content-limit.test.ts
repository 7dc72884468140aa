import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readCliOptions } from '../../src/emulator/node/cli-options';
import { createLimitedContentStore, createMemoryContentStore, createSha1 } from '../../src/emulator/store';
import { sample } from './graph-world';
import { hashOf } from './support/bytes';
import { rule } from './support/target';

const LIMIT = 1000;

describe('content of which only size and hashes are kept', () => {
  const options = { contentStore: createLimitedContentStore(createMemoryContentStore(), LIMIT) };

  rule('is told truly, and reading it is refused', { needs: 'state', options }, async (context) => {
    const { graph, bytes, folder, putFile } = context;
    const body = sample(LIMIT);
    const { file, size } = await putFile('a.bin', body);
    expect([size, file.hashes.quickXorHash]).toEqual([LIMIT, hashOf(body)]);
    const { headers } = await graph(folder.at('a.bin', 'content'));
    for (const range of [{}, { Range: 'bytes=0-0' }]) {
      const { status, json } = await bytes(headers.get('location')!, { headers: range });
      expect([status, json.error.code]).toEqual([501, 'notSupported']);
      expect(json.error.message).toContain('--keep-bytes-below');
    }
  });

  rule('ends where the limit does', { needs: 'state', options }, async ({ bytes, putFile }) => {
    const body = 'x'.repeat(LIMIT - 1);
    const { text } = await bytes((await putFile('a.bin', body))['@microsoft.graph.downloadUrl']);
    expect(text).toBe(body);
  });

  rule(
    'can be smaller again after a body that was too long',
    { needs: 'wrong bytes', options },
    async ({ graph, bytes, folder, putFile }) => {
      const target = folder.at('a.bin', 'content');
      const headers = { 'Content-Length': '10' };
      expect((await graph(target, { method: 'PUT', body: sample(LIMIT * 2), headers })).status).toBe(400);
      const { text } = await bytes((await putFile('a.bin', 'short'))['@microsoft.graph.downloadUrl']);
      expect(text).toBe('short');
    },
  );

  test('a file that is cut back below the limit has all its bytes', async () => {
    const file = options.contentStore.create();
    await file.append(sample(600));
    await file.append(sample(600, 2));
    expect([file.size, file.kept]).toEqual([1200, false]);
    await file.truncate(600);
    await file.append(sample(100, 3));
    await file.seal();
    expect([file.size, file.kept]).toEqual([700, true]);
    const bytes = new Uint8Array(await new Response(file.read(0, 700)).arrayBuffer());
    expect(bytes).toEqual(Uint8Array.of(...sample(600), ...sample(100, 3)));
  });
});

describe('--keep-bytes-below', () => {
  test.each([
    ['5000', 5000],
    ['320k', 320 * 1024],
    ['100MB', 100 * 1024 ** 2],
    ['4 GB', 4 * 1024 ** 3],
  ])('%s is a size', (text, size) => {
    expect(readCliOptions(['--keep-bytes-below', text]).start.keepBytesBelow).toBe(size);
  });

  test.each(['', '0', '-1', '4TB', 'much', '1.5GB', '99999999999GB'])('“%s” is none', (text) => {
    expect(() => readCliOptions(['--keep-bytes-below', text])).toThrow(
      `--keep-bytes-below is “${text}”: give a number of bytes, or one like 100MB or 4GB.`,
    );
  });
});

test('SHA-1 is that of all bytes, however they came', () => {
  const bytes = sample(5000);
  for (const lengths of [[5000], [1, 63, 64, 65, 55, 56, 8, 200, 4488], [4999, 1], [0, 5000]]) {
    const sha1 = createSha1();
    let at = 0;
    for (const length of lengths) {
      sha1.update(bytes.subarray(at, at + length));
      at += length;
    }
    expect(sha1.digest()).toBe(createHash('sha1').update(bytes).digest('hex').toUpperCase());
  }
});
