import { createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createQuickXorHash } from '../../src/lib';
import type { DriveClient, StoredItem, Workplace } from './drive-client';

const SMALL = 100_000;
/** Above 4 MB, and more than two ranges of every client (they send 5 to 10 MiB at a time). */
const LARGE = 25_000_000;
const ODD_NAME = "we ird #%&'()+é.txt";
const SMALL_PATH = "Seeded/sm all #%&'()+é.bin";

export interface Step {
  readonly title: string;
  run(journey: Journey): Promise<void>;
}

/** One client at one account, and what it has done so far. */
export interface Journey extends Workplace {
  readonly client: DriveClient;
  readonly account: string;
  readonly small: Buffer;
  readonly replacement: Buffer;
  readonly large: Buffer;
}

export function startJourney(client: DriveClient, account: string, workplace: Workplace): Journey {
  return {
    ...workplace,
    client,
    account,
    small: randomBytes(SMALL),
    replacement: randomBytes(SMALL + 1),
    large: randomBytes(LARGE),
  };
}

/** In this order: each goes on from where the one before has ended. */
export const steps: readonly Step[] = [
  {
    title: 'sign in',
    run: ({ client, account }) => client.connect(account),
  },
  {
    title: 'browse',
    run: async ({ client, account, service }) => {
      for (const path of ['plain.txt', ODD_NAME, 'Inner/deep.txt']) {
        await service.create(account, `Seeded/${path}`, path);
      }
      const names = (await client.list('Seeded')).toSorted();
      expectEqual(names, ['Inner', 'plain.txt', ODD_NAME].toSorted(), 'the names in the folder');
    },
  },
  {
    title: 'see what others changed',
    run: async ({ client, account, service }) => {
      await service.create(account, 'Seeded/new.txt', 'new');
      await service.remove(account, 'Seeded/plain.txt');
      const names = (await client.list('Seeded')).toSorted();
      expectEqual(names, ['Inner', 'new.txt', ODD_NAME].toSorted(), 'the names in the folder');
    },
  },
  {
    title: 'upload 0.1 MB',
    run: (journey) => uploadsAs(journey, journey.small, SMALL_PATH),
  },
  {
    title: 'upload 25 MB in ranges',
    run: async (journey) => {
      const before = await journey.service.rangesSent();
      await uploadsAs(journey, journey.large, 'Seeded/large.bin');
      const sent = (await journey.service.rangesSent()) - before;
      if (sent < 3) throw new Error(`it was sent in ${sent} ranges`);
    },
  },
  {
    title: 'replace a file',
    run: async (journey) => {
      const before = await stored(journey, SMALL_PATH);
      await uploadsAs(journey, journey.replacement, SMALL_PATH);
      const after = await stored(journey, SMALL_PATH);
      expectEqual(after.id, before.id, 'the id of the file');
    },
  },
  {
    title: 'download, SHA-256',
    run: async (journey) => {
      await downloadsAs(journey, SMALL_PATH, journey.replacement);
      await downloadsAs(journey, 'Seeded/large.bin', journey.large);
    },
  },
  {
    title: 'copy',
    run: async (journey) => {
      await journey.client.copy('Seeded/large.bin', 'Seeded/Inner/copy.bin');
      await isStored(journey, 'Seeded/Inner/copy.bin', journey.large);
      await isStored(journey, 'Seeded/large.bin', journey.large);
    },
  },
  {
    title: 'share by a link',
    run: async ({ client, large }) => {
      const answer = await fetch(await client.link('Seeded/Inner/copy.bin'));
      expectEqual(answer.status, 200, 'the status of what the link leads to');
      const found = Buffer.from(await answer.arrayBuffer());
      // Some clients give an address of the bytes, others that of a page.
      if (answer.headers.get('content-type')?.startsWith('text/html') === true) {
        if (!found.includes('copy.bin')) throw new Error('the page does not name the file');
      } else expectEqual(sha256(found), sha256(large), 'the SHA-256 of what the link leads to');
    },
  },
  {
    title: 'delete',
    run: async (journey) => {
      await journey.client.remove('Seeded/large.bin');
      const { items } = await journey.service.truth(journey.account);
      if (items.has('Seeded/large.bin')) throw new Error('it is still there');
    },
  },
  {
    title: 'rename',
    run: async (journey) => {
      const before = await stored(journey, 'Seeded/Inner/copy.bin');
      await journey.client.rename('Seeded/Inner/copy.bin', 'Seeded/Inner/renamed ü.bin');
      const after = await stored(journey, 'Seeded/Inner/renamed ü.bin');
      expectEqual(after, before, 'id, size and hash');
    },
  },
  {
    title: 'nothing else was changed',
    run: async ({ account, service }) => {
      const { items, openUploads } = await service.truth(account);
      const expected = [
        'Seeded',
        'Seeded/Inner',
        'Seeded/Inner/deep.txt',
        'Seeded/Inner/renamed ü.bin',
        'Seeded/new.txt',
        `Seeded/${ODD_NAME}`,
        SMALL_PATH,
      ];
      expectEqual([...items.keys()].toSorted(), expected.toSorted(), 'the whole drive');
      expectEqual(openUploads, 0, 'the number of upload sessions left open');
    },
  },
];

async function uploadsAs(journey: Journey, content: Buffer, path: string): Promise<void> {
  const file = join(journey.folder, 'to-upload.bin');
  await writeFile(file, content);
  await journey.client.upload(file, path);
  await isStored(journey, path, content);
}

async function downloadsAs(journey: Journey, path: string, content: Buffer): Promise<void> {
  const file = join(journey.folder, 'downloaded.bin');
  await journey.client.download(path, file);
  expectEqual(sha256(await readFile(file)), sha256(content), `the SHA-256 of ${path}`);
}

async function stored({ service, account }: Journey, path: string): Promise<StoredItem> {
  const { items } = await service.truth(account);
  const item = items.get(path);
  if (item === undefined) throw new Error(`${path} is not on the drive: ${[...items.keys()].join(', ')}`);
  return item;
}

async function isStored(journey: Journey, path: string, content: Buffer): Promise<void> {
  const { size, quickXorHash } = await stored(journey, path);
  expectEqual(size, content.length, `the size of ${path}`);
  expectEqual(quickXorHash, quickXor(content), `the QuickXorHash of ${path}`);
}

function quickXor(content: Buffer): string {
  const hash = createQuickXorHash();
  hash.update(content);
  return hash.digest();
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function expectEqual(found: unknown, expected: unknown, what: string): void {
  if (isDeepStrictEqual(found, expected)) return;
  throw new Error(`${what} should be ${JSON.stringify(expected)}, not ${JSON.stringify(found)}`);
}
