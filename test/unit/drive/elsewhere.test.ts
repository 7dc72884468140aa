import { describe, expect, it } from 'vitest';
import {
  createDriveRequests,
  createFolderBrowser,
  openElsewhere,
  type DriveItem,
  type Elsewhere,
} from '../../../src/drive';
import { createGraph, type Access } from '../../../src/graph';
import { createStore, createThrottleGate, OneDriveError } from '../../../src/lib';
import { createManualEnvironment, settled } from '../../support/manual-environment';

const ROOT = {
  id: 'top',
  root: {},
  webUrl: 'https://contoso-my.sharepoint.com/personal/mine/Documents',
  parentReference: { driveId: 'mine' },
};
const pointer = (id: string) => ({
  id: `outer-${id}`,
  name: `${id}.txt`,
  remoteItem: { id, file: {}, parentReference: { driveId: 'theirs', id: 'folder' } },
});

/** Everything over the real Graph layer; answers by path, as far as a test knows them. */
function setUp(answers: Readonly<Record<string, unknown>>, allow: (access: Access) => boolean = () => true) {
  const environment = createManualEnvironment();
  const asked: Access[] = [];
  environment.answerWith(({ url }) => {
    const path = decodeURIComponent(url.split('/v1.0')[1]?.split('?')[0] ?? '');
    const answer = { '/me/drive/root': ROOT, ...answers }[path];
    if (answer === undefined) return Response.json({ error: { code: 'itemNotFound' } }, { status: 404 });
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  });
  const graph = createGraph({
    root: 'https://graph.microsoft.com/v1.0',
    environment,
    gate: createThrottleGate(environment),
    accessTokens: { getAccessToken: async () => 'token' },
  });
  const own = createDriveRequests(graph);
  const authorize = async (access: Access) => {
    asked.push(access);
    if (!allow(access)) throw new OneDriveError('consent-declined');
  };
  const requests = {
    ...own,
    elsewhere: openElsewhere({ graph, requests: own, authorize, deleted: createStore([]) }),
  };
  const createFolder = async (): Promise<DriveItem> => {
    throw new OneDriveError('access-denied');
  };
  const browser = createFolderBrowser({ requests, commands: { createFolder }, environment });
  const paths = () =>
    environment.requests.map(({ url }) => decodeURIComponent(url.split('/v1.0')[1]?.split('?')[0] ?? ''));
  const go = async (elsewhere: Elsewhere) => {
    await browser.openPath({ elsewhere });
    await arrived();
  };
  const arrived = async () => {
    await expect.poll(() => browser.state.get().listing.status).not.toMatch(/loading|partial|refreshing/);
    await settled();
  };
  return { browser, get: () => browser.state.get(), go, arrived, asked, paths };
}

describe('all that lies below a folder', () => {
  const parentReference = { driveId: 'mine' };
  const folder = (id: string, childCount = 1) => ({ id, name: id, folder: { childCount }, parentReference });
  const file = (id: string) => ({ id, name: `${id}.txt`, file: {}, parentReference });
  const children = (id: string) => `/drives/mine/items/${id}/children`;

  it('is every file, level by level; shortcuts and notebooks are rows, empty and deleted folders are passed over', async () => {
    const shortcut = {
      ...folder('shortcut'),
      remoteItem: { id: 'theirs', folder: {}, parentReference: { driveId: 'other' } },
    };
    const { get, go, paths } = setUp({
      '/drives/mine/items/top': ROOT,
      [children('top')]: {
        value: [folder('a'), file('x'), folder('empty', 0), folder('gone'), shortcut],
      },
      [children('a')]: { value: [file('y'), folder('b'), { ...folder('notes'), package: {} }] },
      [children('b')]: { value: [file('z')] },
    });
    await go({ kind: 'below', driveId: 'mine', itemId: 'top' });
    expect(
      get()
        .items.map(({ id }) => id)
        .sort(),
    ).toEqual(['notes', 'shortcut', 'x', 'y', 'z']);
    expect(get().listing).toEqual({ status: 'complete' });
    expect(paths().filter((path) => path.endsWith('/children'))).toEqual(
      ['top', 'a', 'gone', 'b'].map(children),
    );
  });

  it('ends where somebody leaves: no further folder is read', async () => {
    const { browser, get, go, paths } = setUp({
      '/drives/mine/items/top': ROOT,
      [children('top')]: { value: [folder('a'), file('x')] },
      [children('a')]: { value: [folder('b')] },
      '/me/drive/recent': { value: [pointer('r')] },
    });
    const left = browser.state.subscribe(() => {
      if (get().listing.status !== 'partial') return;
      left();
      void browser.openPath({ elsewhere: { kind: 'recent' } });
    });
    await go({ kind: 'below', driveId: 'mine', itemId: 'top' });
    await expect.poll(() => get().rows.map(({ id }) => id)).toEqual(['r']);
    expect(paths()).not.toContain(children('b'));
  });
});

describe('a collection', () => {
  it('of pointers lists the items that they point at', async () => {
    const { get, go, asked } = setUp({ '/me/drive/sharedWithMe': { value: [pointer('a')] } });
    await go({ kind: 'shared' });
    expect(get().rows).toMatchObject([{ driveId: 'theirs', id: 'a', name: 'a.txt', file: {} }]);
    expect(get().rows[0]?.remoteItem).toBeUndefined();
    expect([asked, get().note]).toEqual([['read-all'], undefined]);
  });

  it('that Microsoft has ended is gathered by searching, says so, and is not asked for twice', async () => {
    const hits = {
      value: [
        { id: 'n', name: 'n.txt', file: {} },
        { id: 'd', name: 'd', folder: {} },
      ],
    };
    const { browser, get, go, arrived, paths, asked } = setUp({
      '/me/drive/recent': { value: [] },
      "/me/drive/root/search(q='')": hits,
    });
    await go({ kind: 'recent' });
    // Hits of work drives do not say where they lie.
    expect(get().rows).toMatchObject([{ driveId: 'mine', id: 'n' }]);
    expect(get().rows).toHaveLength(1);
    expect(get().note).toBe('recent-from-search');
    expect(get().arrangement.sort).toEqual({ by: 'lastModifiedDateTime', direction: 'descending' });
    browser.refresh();
    await arrived();
    expect(paths().filter((path) => path === '/me/drive/recent')).toHaveLength(1);
    expect(asked).toEqual([]);
    await browser.openPath([]);
    await arrived();
    expect(get()).toMatchObject({ note: undefined, arrangement: { sort: { by: 'name' } } });
  });

  it('of what is shared leaves out what lies in a shared folder that was found, too', async () => {
    const hit = (id: string, parent: string, driveId = 'theirs') => ({
      resource: { id, name: id, parentReference: { driveId, id: parent } },
    });
    const hits = [hit('folder', 'x'), hit('inside', 'folder'), hit('own', 'top', 'mine')];
    const { get, go } = setUp({
      '/me/drive/sharedWithMe': Response.json({ error: { code: 'notSupported' } }, { status: 400 }),
      '/search/query': { value: [{ hitsContainers: [{ hits }] }] },
    });
    await go({ kind: 'shared' });
    expect(get().rows.map(({ id }) => id)).toEqual(['folder']);
    expect(get().note).toBe('shared-from-search');
  });

  it('that is not allowed is no empty one', async () => {
    const { get, go } = setUp({}, () => false);
    await go({ kind: 'sites' });
    expect(get().listing).toMatchObject({ status: 'failed', error: { code: 'consent-declined' } });
  });
});

describe('the way to a library', () => {
  const answers = {
    '/me/followedSites': { value: [{ id: 'h,1,2', displayName: 'Team' }] },
    '/sites': {
      value: [
        { id: 'h,1,2', displayName: 'Team' },
        { id: 'h,3,4', name: 'other' },
      ],
    },
    '/sites/h,1,2': { id: 'h,1,2', displayName: 'Team' },
    '/sites/h,1,2/drives': { value: [{ id: 'lib', name: 'Documents' }] },
    '/drives/lib': { id: 'lib', name: 'Documents' },
    '/drives/lib/root': { id: 'libtop', root: {}, parentReference: { driveId: 'lib' } },
    '/drives/lib/items/libtop': {
      id: 'libtop',
      name: 'root',
      root: {},
      folder: {},
      parentReference: { driveId: 'lib' },
    },
    '/drives/lib/items/libtop/children': { value: [] },
    '/drives/lib/items/f': {
      id: 'f',
      name: 'Plans',
      folder: {},
      parentReference: { driveId: 'lib', id: 'libtop' },
    },
    '/drives/lib/items/f/children': { value: [] },
  };

  it('leads over the sites, each once, to the folder behind the door', async () => {
    const { browser, get, go, arrived } = setUp(answers);
    await go({ kind: 'sites' });
    expect(get().rows.map(({ name }) => name)).toEqual(['other', 'Team']);
    for (const name of ['Team', 'Documents']) {
      const row = get().rows.find((each) => each.name === name);
      if (row) browser.open(row);
      await arrived();
    }
    expect(get().path).toEqual([
      { driveId: '', id: '', name: '', elsewhere: { kind: 'sites' } },
      { driveId: '', id: '', name: 'Team', elsewhere: { kind: 'site', siteId: 'h,1,2' } },
      { driveId: 'lib', id: 'libtop', name: 'Documents' },
    ]);
    browser.up();
    await arrived();
    expect(get().path.at(-1)?.name).toBe('Team');
  });

  it('is found again from a folder of it alone', async () => {
    const { browser, get, arrived } = setUp(answers);
    await browser.openPath({ driveId: 'lib', id: 'f' });
    await arrived();
    expect(get().path.map(({ name }) => name)).toEqual(['', 'Documents', 'Plans']);
  });

  it('begins at what is shared where nothing above can be seen; a file alone stands alone', async () => {
    const { browser, get, arrived } = setUp({
      '/drives/theirs/items/a': {
        id: 'a',
        name: 'a.txt',
        file: {},
        parentReference: { driveId: 'theirs', id: 'no' },
      },
    });
    await browser.openPath({ driveId: 'theirs', id: 'a' });
    await arrived();
    expect(get().path.map((part) => part.elsewhere?.kind)).toEqual(['shared', 'item']);
    expect(get().rows.map(({ name }) => name)).toEqual(['a.txt']);
  });
});

describe('the application’s own folder', () => {
  const own = '/me/drive/special/approot';
  const refusal = (status: number) => Response.json({ error: { code: 'refused' } }, { status });

  it('opens with the whole way to it, wherever it lies', async () => {
    const { get, go, asked } = setUp({
      [own]: { id: 'own', name: 'Portal', folder: {}, parentReference: { driveId: 'mine', id: 'apps' } },
      '/drives/mine/items/apps': {
        id: 'apps',
        name: 'Apps',
        folder: {},
        parentReference: { driveId: 'mine', id: 'top' },
      },
      '/drives/mine/items/top': ROOT,
      '/drives/mine/items/own/children': { value: [] },
    });
    await go({ kind: 'app-folder' });
    expect(get().path.map(({ id }) => id)).toEqual(['top', 'apps', 'own']);
    expect([get().listing.status, asked]).toEqual(['complete', []]);
  });

  it.each([403, 404])(
    'is empty, not broken, where it is missing (%i), and is looked for again',
    async (status) => {
      const { browser, get, go, arrived, paths } = setUp({ [own]: refusal(status) });
      await go({ kind: 'app-folder' });
      expect(get()).toMatchObject({ listing: { status: 'complete' }, rows: [] });
      expect(get().path).toMatchObject([{ elsewhere: { kind: 'app-folder' } }]);
      browser.refresh();
      await arrived();
      expect(paths().filter((path) => path === own)).toHaveLength(2);
    },
  );

  it('says what else is wrong', async () => {
    const { get, go } = setUp({ [own]: refusal(400) });
    await go({ kind: 'app-folder' });
    expect(get().listing.status).toBe('failed');
  });
});

describe('a root that nobody may leave', () => {
  it('has nothing beside it: collections and other drives are not found', async () => {
    const environment = createManualEnvironment();
    environment.answerWith(() => Response.json(ROOT));
    const gate = createThrottleGate(environment);
    const accessTokens = { getAccessToken: async () => 'token' };
    const graph = createGraph({ root: 'https://graph.microsoft.com/v1.0', environment, gate, accessTokens });
    const requests = createDriveRequests(graph, ['Portal']);
    const createFolder = () => Promise.reject(new OneDriveError('access-denied'));
    const browser = createFolderBrowser({ requests, commands: { createFolder }, environment });
    await browser.openPath({ elsewhere: { kind: 'shared' } });
    expect(browser.state.get().listing).toMatchObject({
      status: 'failed',
      error: { code: 'not-found' },
    });
  });
});
