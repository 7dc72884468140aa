import { describe, expect, it } from 'vitest';
import { selectAll, selectedItems, selectOnly } from '../../../src/drive';
import { OneDriveError } from '../../../src/lib';
import { buildFile, buildFolder } from '../../support/drive-items';
import {
  A,
  B,
  C,
  DOCUMENTS,
  YEAR,
  openFolderBrowser,
  setUpFolderBrowser,
} from '../../support/folder-browser-bench';
import { settled, silence } from '../../support/manual-environment';

describe('opening a folder', () => {
  it('shows its pages as they come, sorted, and says when all are in', async () => {
    const { browser, listing, names, status, get } = setUpFolderBrowser();
    await browser.openPath([]);
    expect(status()).toBe('loading');
    listing().page(C, A);
    await settled();
    expect([names(), status()]).toEqual([['a.txt', 'c.txt'], 'partial']);
    listing().page(B);
    await settled();
    expect(names()).toEqual(['a.txt', 'b.txt', 'c.txt']);
    listing().end();
    await settled();
    expect(status()).toBe('complete');
    expect(get().itemCount).toBe(3);
  });

  it('gives the top of the drive no name: that is the interface’s', async () => {
    const { path } = await openFolderBrowser();
    expect(path()).toEqual(['']);
  });

  it('ends the listing before it, whose late pages and failures are dropped', async () => {
    const { browser, listing, names, status, path } = setUpFolderBrowser();
    await browser.openPath([]);
    listing().page(A);
    await settled();
    browser.open(DOCUMENTS);
    expect(listing(0).signal?.aborted).toBe(true);
    expect([names(), status(), path()]).toEqual([[], 'loading', ['', 'Documents']]);
    listing(0).page(B);
    listing(0).fail('offline');
    await settled();
    expect([names(), status()]).toEqual([[], 'loading']);
    listing(1).page(C);
    await settled();
    expect(names()).toEqual(['c.txt']);
  });

  it('shows at once what it held when it was seen last, sorted as it was there, and lists it anew', async () => {
    const { browser, listing, names, status } = await openFolderBrowser(A, B, DOCUMENTS);
    browser.sortBy('name');
    browser.open(DOCUMENTS);
    browser.up();
    expect([names(), status()]).toEqual([['Documents', 'b.txt', 'a.txt'], 'refreshing']);
    listing().page(A);
    listing().end();
    await settled();
    expect([names(), status()]).toEqual([['a.txt'], 'complete']);
  });

  it('does not remember a listing that was never complete', async () => {
    const { browser, listing, names, status } = setUpFolderBrowser();
    await browser.openPath([]);
    listing().page(A);
    await settled();
    browser.apply({ changed: [buildFile({ id: 'new', name: 'new.txt' })] });
    browser.open(DOCUMENTS);
    browser.up();
    expect([names(), status()]).toEqual([[], 'loading']);
  });

  it('leads back where it is in the path already', async () => {
    const { browser, path } = await openFolderBrowser();
    browser.open(DOCUMENTS);
    browser.open(YEAR);
    expect(path()).toEqual(['', 'Documents', '2026']);
    browser.open({ driveId: 'DRIVE', id: 'x', name: 'x' });
    browser.open(DOCUMENTS);
    expect(path()).toEqual(['', 'Documents']);
    browser.up();
    browser.up();
    expect(path()).toEqual(['']);
  });

  it('by a shortcut opens what it points to, under its own name', async () => {
    const { browser, get, listing } = await openFolderBrowser();
    const remoteItem = { driveId: 'other', id: 'target', folder: {} };
    const shortcut = buildFile({ name: 'Shared', remoteItem });
    browser.open(shortcut);
    expect(get().path.at(-1)).toEqual({ driveId: 'other', id: 'target', name: 'Shared' });
    expect(listing().folder).toMatchObject({ driveId: 'other', id: 'target' });
  });

  it('starts with no filter, selection or active row', async () => {
    const { browser, get } = await openFolderBrowser(A, DOCUMENTS);
    browser.setFilter('a');
    browser.setSelection(selectAll);
    browser.setActive('a');
    browser.open(DOCUMENTS);
    expect(get()).toMatchObject({ filter: '', selection: { all: false }, activeId: undefined });
  });
});

describe('opening by names', () => {
  it('follows them from the root on', async () => {
    const { browser, path, get, requests } = setUpFolderBrowser();
    await browser.openPath(['Documents', '2026']);
    expect(path()).toEqual(['', 'Documents', '2026']);
    expect(get().path.at(-1)?.id).toBe('year');
    expect(requests.calls).toEqual(['root', 'child:Documents', 'child:2026']);
  });

  it('stops at a folder that is missing, from where up leads to the one above', async () => {
    const { browser, path, get, status } = setUpFolderBrowser();
    await browser.openPath(['Documents', 'Nowhere', 'Deeper']);
    expect(path()).toEqual(['', 'Documents', 'Nowhere']);
    expect(get().path.at(-1)?.id).toBe('');
    expect(get().listing).toMatchObject({ status: 'failed', error: { code: 'not-found' } });
    browser.up();
    expect([path(), status()]).toEqual([['', 'Documents'], 'loading']);
    expect(get().path.at(-1)?.id).toBe('documents');
  });

  it('of a file opens the folder it lies in', async () => {
    const { browser, path, get, requests } = setUpFolderBrowser();
    const found = requests.child;
    requests.child = async (parent, name, signal) => (name === 'a.txt' ? A : found(parent, name, signal));
    await browser.openPath(['Documents', 'a.txt']);
    expect(path()).toEqual(['', 'Documents']);
    expect(get().listing).toMatchObject({ status: 'loading' });
    expect(requests.listings).toHaveLength(1);
  });

  it('finds nothing below a file', async () => {
    const { browser, get, requests } = setUpFolderBrowser();
    requests.child = async () => A;
    await browser.openPath(['a.txt', 'b.txt']);
    expect(get().listing).toMatchObject({ status: 'failed', error: { code: 'not-found' } });
    expect(requests.listings).toEqual([]);
  });

  it('goes on to the very folder when the connection was lost on the way', async () => {
    const { browser, path, get, environment, requests, listing } = setUpFolderBrowser();
    const found = requests.child;
    requests.child = (parent, name, signal) =>
      name === '2026' ? Promise.reject(new OneDriveError('offline')) : found(parent, name, signal);
    await browser.openPath(['Documents', '2026', 'Deep']);
    expect(path()).toEqual(['', 'Documents', '2026', 'Deep']);
    expect(get().listing).toMatchObject({ status: 'failed', error: { code: 'offline' } });
    requests.child = async (parent, name, signal) =>
      name === 'Deep' ? buildFolder({ id: 'deep', name }) : found(parent, name, signal);
    await environment.advance(15_000);
    expect(path()).toEqual(['', 'Documents', '2026', 'Deep']);
    expect(listing().folder.id).toBe('deep');
  });

  it('goes on to the very folder when even the root could not be read', async () => {
    const { browser, path, environment, requests } = setUpFolderBrowser();
    const root = requests.root;
    requests.root = () => Promise.reject(new OneDriveError('offline'));
    await browser.openPath(['Documents']);
    expect(path()).toEqual([]);
    requests.root = root;
    environment.setOnline(false);
    environment.setOnline(true);
    await settled();
    expect(path()).toEqual(['', 'Documents']);
  });

  it('up from an unread way resolves the names above', async () => {
    const { browser, path, get, requests } = setUpFolderBrowser();
    const found = requests.child;
    requests.child = () => Promise.reject(new OneDriveError('unavailable'));
    await browser.openPath(['Documents', '2026']);
    requests.child = found;
    browser.up();
    await settled();
    expect(path()).toEqual(['', 'Documents']);
    expect(get().path.at(-1)?.id).toBe('documents');
  });

  it('is dropped when the user went elsewhere meanwhile', async () => {
    const { browser, path, requests } = setUpFolderBrowser();
    const root = requests.root;
    requests.root = silence;
    void browser.openPath(['Documents']);
    await settled();
    requests.root = root;
    await browser.openPath([]);
    await settled();
    expect(path()).toEqual(['']);
    expect(requests.listings).toHaveLength(1);
  });
});

describe('sort, filter and selection', () => {
  it('never selects by “all” what came into the folder after it was said', async () => {
    const { browser, listing, get } = await openFolderBrowser(A, B);
    browser.setSelection(selectAll);
    browser.apply({ changed: [{ ...C, parentReference: { id: get().path[0]?.id } }] });
    const selected = () => selectedItems(get().selection, get().rows).map(({ name }) => name);
    expect(selected()).toEqual(['a.txt', 'b.txt']);
    browser.refresh();
    listing().page(A, B, C, buildFile({ name: 'd.txt' }));
    listing().end();
    await settled();
    expect(get().rows).toHaveLength(4);
    expect(selected()).toEqual(['a.txt', 'b.txt']);
  });

  it('follow what is shown while pages come in', async () => {
    const { browser, listing, names } = setUpFolderBrowser();
    await browser.openPath([]);
    browser.sortBy('name');
    browser.setFilter('.TXT');
    listing().page(A, buildFile({ id: 'doc', name: 'd.docx' }));
    listing().page(B);
    await settled();
    expect(names()).toEqual(['b.txt', 'a.txt']);
  });

  it('count the items behind a filter', async () => {
    const { browser, get } = await openFolderBrowser(A, B, C);
    browser.setFilter('b');
    expect([get().rows.length, get().itemCount]).toEqual([1, 3]);
  });

  it('never select a row that the user did not see when selecting all', async () => {
    const { browser, get } = await openFolderBrowser(A, B, C);
    browser.setFilter('b');
    browser.setSelection(selectAll);
    browser.setFilter('');
    expect(selectedItems(get().selection, get().rows).map(({ id }) => id)).toEqual(['b']);
  });

  it('forget a selected row that is gone', async () => {
    const { browser, get } = await openFolderBrowser(A, B);
    browser.setSelection(() => selectOnly('a'));
    browser.apply({ removed: ['a'] });
    expect(selectedItems(get().selection, get().rows)).toEqual([]);
    expect(get().selection.exceptions.size).toBe(0);
  });
});

describe('disposing', () => {
  it('ends listing, timers and listeners, forgets everything, and a new start is clean', async () => {
    const { browser, listing, environment, requests, get, names } = await openFolderBrowser(A);
    browser.refresh();
    listing().fail('offline');
    await settled();
    browser.dispose();
    expect(get()).toMatchObject({ path: [], rows: [], itemCount: 0, listing: { status: 'loading' } });
    environment.setOnline(false);
    environment.setOnline(true);
    await environment.advance(60_000);
    expect(requests.listings).toHaveLength(2);
    await browser.openPath([]);
    expect(names()).toEqual([]);
  });
});
