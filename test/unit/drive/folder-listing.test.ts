import { describe, expect, it } from 'vitest';
import { buildFile, buildFiles } from '../../support/drive-items';
import {
  A,
  B,
  C,
  DOCUMENTS,
  inside,
  openFolderBrowser,
  setUpFolderBrowser,
} from '../../support/folder-browser-bench';
import { settled } from '../../support/manual-environment';

describe('refreshing', () => {
  it('keeps the rows, and takes away what is gone when all pages are in', async () => {
    const { browser, listing, names, status } = await openFolderBrowser(A, B);
    browser.refresh();
    expect([names(), status()]).toEqual([['a.txt', 'b.txt'], 'refreshing']);
    listing().page(C);
    await settled();
    expect([names(), status()]).toEqual([['a.txt', 'b.txt', 'c.txt'], 'refreshing']);
    listing().page(B);
    listing().end();
    await settled();
    expect([names(), status()]).toEqual([['b.txt', 'c.txt'], 'complete']);
  });

  it('shows an emptied folder empty', async () => {
    const { browser, listing, names, status } = await openFolderBrowser(A);
    browser.refresh();
    listing().page();
    listing().end();
    await settled();
    expect([names(), status()]).toEqual([[], 'complete']);
  });
});

describe('a write during a listing', () => {
  it('that added an item keeps it, though the listing began before', async () => {
    const { browser, listing, names } = setUpFolderBrowser();
    await browser.openPath([]);
    browser.apply({ changed: [C] });
    listing().page(A);
    listing().end();
    await settled();
    expect(names()).toEqual(['a.txt', 'c.txt']);
  });

  it('that removed an item keeps it away, though a page still has it', async () => {
    const { browser, listing, names } = await openFolderBrowser(A, B);
    browser.refresh();
    browser.apply({ removed: ['a'] });
    listing().page(A, B);
    listing().end();
    await settled();
    expect(names()).toEqual(['b.txt']);
  });

  it('that renamed an item keeps the new name, though a page has the old one', async () => {
    const { browser, listing, names } = await openFolderBrowser(A);
    browser.refresh();
    browser.apply({ changed: [{ ...A, name: 'renamed.txt' }] });
    listing().page(A);
    listing().end();
    await settled();
    expect(names()).toEqual(['renamed.txt']);
  });

  it('in another folder shows nothing here, and what moved away leaves', async () => {
    const { browser, names } = await openFolderBrowser(A, B);
    browser.apply({ changed: [buildFile({ id: 'x', ...inside('documents') })] });
    expect(names()).toEqual(['a.txt', 'b.txt']);
    browser.apply({ changed: [{ ...A, ...inside('documents') }] });
    expect(names()).toEqual(['b.txt']);
  });

  it('whose answer names no parent changes the row in its place', async () => {
    const { browser, names } = await openFolderBrowser(A, B);
    browser.apply({ changed: [{ ...A, name: 'z.txt', parentReference: {} }] });
    expect(names()).toEqual(['b.txt', 'z.txt']);
  });
});

describe('a listing that fails', () => {
  it('keeps the rows that came, says why, and goes on at the time told', async () => {
    const { browser, listing, names, get, environment, requests } = setUpFolderBrowser();
    await browser.openPath([]);
    listing().page(A);
    listing().fail('throttled', { retryAfter: 20_000 });
    await settled();
    expect(names()).toEqual(['a.txt']);
    const retryAt = environment.now() + 20_000;
    expect(get().listing).toMatchObject({ status: 'failed', error: { code: 'throttled' }, retryAt });
    await environment.advance(19_999);
    expect(requests.listings).toHaveLength(1);
    await environment.advance(1);
    expect(requests.listings).toHaveLength(2);
    listing().page(A, B);
    listing().end();
    await settled();
    expect(get().listing.status).toBe('complete');
  });

  it('for a lost connection goes on as soon as the network is back, and only once', async () => {
    const { browser, listing, environment, requests, get } = setUpFolderBrowser();
    await browser.openPath([]);
    environment.setOnline(false);
    listing().fail('offline');
    await settled();
    expect(get().listing).toMatchObject({ status: 'failed', retryAt: environment.now() + 15_000 });
    environment.setOnline(true);
    expect(requests.listings).toHaveLength(2);
    environment.setOnline(false);
    environment.setOnline(true);
    await environment.advance(60_000);
    expect(requests.listings).toHaveLength(2);
  });

  it('because it is throttled waits its time, also when the network comes back', async () => {
    const { browser, listing, environment, requests } = setUpFolderBrowser();
    await browser.openPath([]);
    listing().fail('throttled', { retryAfter: 20_000 });
    await settled();
    environment.setOnline(false);
    environment.setOnline(true);
    await environment.advance(10_000);
    expect(requests.listings).toHaveLength(1);
  });

  it.each(['access-denied', 'not-found', 'sign-in-needed'] as const)(
    'as %s waits for the user',
    async (code) => {
      const { browser, listing, environment, requests, get } = setUpFolderBrowser();
      await browser.openPath([]);
      listing().fail(code);
      await settled();
      expect(get().listing).toMatchObject({ status: 'failed', error: { code }, retryAt: undefined });
      await environment.advance(600_000);
      expect(requests.listings).toHaveLength(1);
    },
  );

  it('is never left loading, also where the failure calls itself cancelled', async () => {
    const { browser, listing, status } = setUpFolderBrowser();
    await browser.openPath([]);
    listing().fail('cancelled');
    await settled();
    expect(status()).toBe('failed');
  });

  it('is not tried again once the user went elsewhere', async () => {
    const { browser, listing, environment, requests } = await openFolderBrowser(DOCUMENTS);
    browser.refresh();
    listing().fail('offline');
    await settled();
    browser.open(DOCUMENTS);
    await environment.advance(600_000);
    expect(requests.listings.map(({ folder }) => folder.id)).toEqual(['root', 'root', 'documents']);
  });

  it('does not hammer a service that always says "at once"', async () => {
    const { browser, environment, requests } = setUpFolderBrowser();
    await browser.openPath([]);
    for (let second = 0; second < 10; second += 1) {
      requests.listings.at(-1)?.fail('throttled', { retryAfter: 0 });
      await environment.advance(1000);
    }
    expect(requests.listings.length).toBeLessThanOrEqual(11);
  });
});

describe('a listing of very many items', () => {
  const files = buildFiles(3000);

  it('shows small pages together, and all of them at the end', async () => {
    const { browser, listing, get } = setUpFolderBrowser();
    let shown = 0;
    await browser.openPath([]);
    browser.state.subscribe(() => (shown += 1));
    const sizes: number[] = [];
    for (let from = 0; from < files.length; from += 20) {
      listing().page(...files.slice(from, from + 20));
      await settled();
      sizes.push(get().rows.length);
    }
    expect(sizes.slice(0, 8)).toEqual([20, 40, 60, 80, 100, 120, 140, 160]);
    expect(shown).toBeLessThan(50);
    expect(sizes.every((size, page) => size >= ((page + 1) * 20 * 8) / 9 - 20)).toBe(true);
    listing().end();
    await settled();
    expect([get().rows.length, get().listing.status]).toEqual([3000, 'complete']);
  });

  it('that fails keeps the pages that were waiting', async () => {
    const { browser, listing, get } = setUpFolderBrowser();
    await browser.openPath([]);
    listing().page(...files.slice(0, 2000));
    listing().page(...files.slice(2000, 2010));
    listing().fail('access-denied');
    await settled();
    expect([get().rows.length, get().listing.status]).toEqual([2010, 'failed']);
  });
});

describe('a nextLink that is gone', () => {
  it('starts the listing over once and keeps what is shown', async () => {
    const { browser, listing, names, status, requests } = setUpFolderBrowser();
    await browser.openPath([]);
    listing().page(A, B);
    listing().fail('not-found');
    await settled();
    expect(requests.listings).toHaveLength(2);
    expect([names(), status()]).toEqual([['a.txt', 'b.txt'], 'partial']);
    listing().page(B, C);
    await settled();
    expect([names(), status()]).toEqual([['a.txt', 'b.txt', 'c.txt'], 'refreshing']);
    listing().end();
    await settled();
    expect([names(), status()]).toEqual([['b.txt', 'c.txt'], 'complete']);
  });

  it('behind an empty page is no folder that is gone: nothing is said to be empty meanwhile', async () => {
    const { browser, listing, names, status, requests } = setUpFolderBrowser();
    await browser.openPath([]);
    listing().page();
    await settled();
    expect(status()).toBe('loading');
    listing().fail('not-found');
    await settled();
    expect(requests.listings).toHaveLength(2);
    listing().page(A);
    listing().end();
    await settled();
    expect([names(), status()]).toEqual([['a.txt'], 'complete']);
  });

  it('a second time fails, with the rows', async () => {
    const { browser, listing, names, get, requests } = setUpFolderBrowser();
    await browser.openPath([]);
    listing().page(A);
    listing().fail('not-found');
    await settled();
    listing().page(A);
    listing().fail('not-found');
    await settled();
    expect(requests.listings).toHaveLength(2);
    expect(names()).toEqual(['a.txt']);
    expect(get().listing).toMatchObject({ status: 'failed', error: { code: 'not-found' } });
  });
});
