import { describe, expect, it } from 'vitest';
import { createKeptListings, keepListings, wipeKeptListings } from '../../../../src/drive';
import { createSecretUrl } from '../../../../src/lib';
import { buildFile } from '../../../support/drive-items';
import { A, B, DOCUMENTS, setUpFolderBrowser } from '../../../support/folder-browser-bench';
import { createMemoryDatabase } from '../../../support/memory-database';
import { settled } from '../../../support/manual-environment';

/** One control after the other in one tab: what the first has listed, the second finds. */
function setUp(scope = 'megan') {
  const { factory, all } = createMemoryDatabase((callback) => void setImmediate(callback));
  const first = setUpFolderBrowser();
  const storage = first.environment.tabStorage();
  const another = (of = scope) => {
    const parts = setUpFolderBrowser();
    const environment = { ...parts.environment, database: () => factory, tabStorage: () => storage };
    const listings = createKeptListings(environment, of);
    const end = keepListings({ folder: parts.browser, environment, listings: () => listings });
    return { ...parts, surroundings: environment, end };
  };
  return { another, all, storage };
}

const turns = async () => {
  for (let turn = 0; turn < 12; turn += 1) await settled();
};

async function listFirst(set: ReturnType<typeof setUp>) {
  const { browser, listing, environment } = set.another();
  await browser.openPath([]);
  const thumbnails = { small: createSecretUrl('https://pictures.example/secret') };
  listing().page({ ...A, thumbnails, lastModifiedBy: 'Somebody' }, DOCUMENTS);
  listing().end();
  await environment.advance(2000);
  const kept = () => [...set.all().values()].flatMap((records) => [...records]).length;
  await expect.poll(kept).toBe(2);
  browser.open(DOCUMENTS);
  listing().page(B);
  listing().end();
  await environment.advance(2000);
  await expect.poll(kept).toBe(4);
}

describe('what was listed before', () => {
  it('is shown while the network is away, with its time, and gives way to what is true', async () => {
    const set = setUp();
    await listFirst(set);
    const { browser, listing, environment, names, get, path } = set.another();
    environment.setOnline(false);
    const opening = browser.openPath(['Documents']);
    await opening;
    listing().fail('offline');
    await environment.advance(0);
    await turns();
    await expect.poll(names).toEqual(['b.txt']);
    expect(path()).toEqual(['', 'Documents']);
    expect(get().listing.status).toBe('failed');
    expect(get().asOf).toBe(Date.UTC(2026, 10, 21, 12, 0, 2));
    browser.up();
    listing().fail('offline');
    await environment.advance(0);
    await turns();
    await expect.poll(names).toEqual(['Documents', 'a.txt']);
    environment.setOnline(true);
    await settled();
    listing().page(buildFile({ id: 'c', name: 'c.txt' }));
    listing().end();
    await settled();
    expect([names(), get().listing.status]).toEqual([['c.txt'], 'complete']);
  });

  it('is shown while an answer does not come, after three seconds', async () => {
    const set = setUp();
    await listFirst(set);
    const { browser, environment, names, listing, status } = set.another();
    await browser.openPath([]);
    await environment.advance(2900);
    await turns();
    expect(names()).toEqual([]);
    await environment.advance(100);
    await turns();
    await expect.poll(names).toEqual(['Documents', 'a.txt']);
    expect(status()).toBe('loading');
    listing().page(A);
    listing().end();
    await settled();
    expect([names(), status()]).toEqual([['a.txt'], 'complete']);
  });

  it('is nobody else’s, and nobody’s after disconnecting', async () => {
    const set = setUp();
    await listFirst(set);
    const other = set.another('somebody else');
    await other.browser.openPath([]);
    other.listing().fail('offline');
    await other.environment.advance(0);
    await turns();
    expect(other.names()).toEqual([]);
    await wipeKeptListings(other.surroundings);
    expect([...set.all().values()].flatMap((records) => [...records])).toEqual([]);
    const later = set.another();
    await later.browser.openPath([]);
    later.listing().fail('offline');
    await later.environment.advance(0);
    await turns();
    expect(later.names()).toEqual([]);
  });

  it('lies there sealed: no name, id, person or address can be read', async () => {
    const set = setUp();
    await listFirst(set);
    const stored = [...set.all().values()].flatMap((records) => [...records]);
    expect(stored.length).toBe(4);
    const text = JSON.stringify(stored, (_key, value: unknown) =>
      value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value,
    );
    for (const word of ['a.txt', 'Documents', 'drive', 'Somebody', 'pictures.example']) {
      expect(text).not.toContain(word);
    }
  });

  it('holds neither addresses nor people', async () => {
    const set = setUp();
    await listFirst(set);
    const { browser, listing, environment, get } = set.another();
    await browser.openPath([]);
    listing().fail('offline');
    await environment.advance(0);
    await turns();
    await expect.poll(() => get().rows.length).toBe(2);
    const item = get().rows.find(({ id }) => id === 'a');
    expect(item).toMatchObject({ id: 'a', name: 'a.txt', size: A.size });
    expect([item?.thumbnails, item?.webUrl, item?.lastModifiedBy]).toEqual([undefined, undefined, undefined]);
  });
});
