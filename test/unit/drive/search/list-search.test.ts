import { describe, expect, it } from 'vitest';
import {
  createDriveRequests,
  createFolderBrowser,
  openElsewhere,
  type DriveItem,
} from '../../../../src/drive';
import { createGraph, type Access, type Search } from '../../../../src/graph';
import { createStore, createThrottleGate, OneDriveError } from '../../../../src/lib';
import { createManualEnvironment } from '../../../support/manual-environment';

const ITEMS: Readonly<Record<string, object>> = {
  top: { id: 'top', root: {}, name: 'root', folder: {}, parentReference: { driveId: 'mine' } },
  docs: lies('docs', '', { folder: {}, name: 'Docs & more' }),
  inside: lies('inside', '/Docs%20%26%20more'),
  deeper: lies('deeper', '/Docs%20%26%20more/2026'),
  beside: lies('beside', '/Docs'),
};

function lies(id: string, path: string, others: object = {}): object {
  const parentReference = { driveId: 'mine', id: `above-${id}`, path: `/drives/mine/root:${path}` };
  return {
    id,
    name: `${id}.txt`,
    parentReference,
    lastModifiedBy: { user: { displayName: 'Mina' } },
    ...others,
  };
}

/** Hits as work drives give them: without place and person. */
const hits = (...ids: readonly string[]) => ids.map((id) => ({ id, name: `${id}.txt`, searchResult: {} }));

interface Answers {
  readonly pages?: readonly (readonly object[])[];
  readonly everywhere?: (from: number) => object;
  /** Status of an item that is read anew. */
  readonly refused?: Readonly<Record<string, number>>;
}

function setUp({ pages = [], everywhere, refused = {} }: Answers) {
  const environment = createManualEnvironment();
  const asked: Access[] = [];
  const batches: number[] = [];
  const queries: unknown[] = [];
  const itemAnswer = (id: string) => {
    const status = refused[id] ?? (ITEMS[id] || id.startsWith('many') ? 200 : 404);
    const code = status === 403 ? 'accessDenied' : 'itemNotFound';
    return { status, body: status === 200 ? (ITEMS[id] ?? lies(id, '')) : { error: { code } } };
  };
  environment.answerWith(({ url, init }) => {
    const { pathname, searchParams } = new URL(url);
    const path = decodeURIComponent(pathname.replace('/v1.0', ''));
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    if (path === '/$batch') {
      batches.push(body.requests.length);
      const responses = body.requests.map((part: { id: string; url: string }) => {
        const id = /items\/([^?]+)/.exec(part.url)?.[1] ?? '';
        return { id: part.id, headers: {}, ...itemAnswer(id) };
      });
      return Response.json({ responses });
    }
    if (path === '/search/query') {
      queries.push(body.requests[0].query.queryString);
      return Response.json({ value: [{ hitsContainers: [everywhere?.(body.requests[0].from)] }] });
    }
    if (path.includes('/search(')) {
      const page = Number(searchParams.get('page') ?? 0);
      const link = `${url.split('?')[0]}?page=${page + 1}`;
      const next = page + 1 < pages.length ? { '@odata.nextLink': link } : {};
      return Response.json({ value: pages[page] ?? [], ...next });
    }
    const id = path === '/me/drive/root' ? 'top' : (path.split('/items/')[1] ?? '');
    const { status, body: item } = itemAnswer(id);
    return Response.json(item, { status });
  });
  const graph = createGraph({
    root: 'https://graph.microsoft.com/v1.0',
    environment,
    gate: createThrottleGate(environment),
    accessTokens: { getAccessToken: async () => 'token' },
  });
  const own = createDriveRequests(graph);
  const authorize = async (access: Access) => void asked.push(access);
  const requests = {
    ...own,
    elsewhere: openElsewhere({ graph, requests: own, authorize, deleted: createStore([]) }),
  };
  const createFolder = async (): Promise<DriveItem> => {
    throw new OneDriveError('access-denied');
  };
  const browser = createFolderBrowser({ requests, commands: { createFolder }, environment });
  const search = async (elsewhere: Search) => {
    await browser.openPath({ elsewhere });
    await expect
      .poll(
        async () => {
          await environment.advance(20);
          return browser.state.get().listing.status;
        },
        { interval: 5 },
      )
      .toBe('complete');
    return browser.state.get();
  };
  return { search, browser, asked, batches, queries };
}

const inDrive = (query: string): Search => ({ kind: 'search', within: 'drive', query });
const ids = ({ rows }: { readonly rows: readonly DriveItem[] }) => rows.map(({ id }) => id).sort();

describe('what was found', () => {
  it('is read anew, twenty at a time: then it is known where it lies and who changed it', async () => {
    const many = hits(...Array.from({ length: 45 }, (_, index) => `many${index}`));
    const { search, batches } = setUp({ pages: [hits('inside'), many] });
    const { rows, path } = await search(inDrive('txt'));
    expect(rows).toHaveLength(46);
    expect(rows.every(({ lastModifiedBy }) => lastModifiedBy === 'Mina')).toBe(true);
    expect(Math.max(...batches)).toBe(20);
    expect(batches).toHaveLength(4);
    expect(path.map(({ id, elsewhere }) => elsewhere?.kind ?? id)).toEqual(['top', 'search']);
  });

  it('stays in the list where its drive does not give it, with the reason', async () => {
    const { search } = setUp({ pages: [hits('inside', 'gone', 'closed')], refused: { closed: 403 } });
    const { rows } = await search(inDrive('x'));
    const reasons = rows.map(({ id, unreachable }) => [id, unreachable?.code]);
    expect(Object.fromEntries(reasons)).toEqual({
      inside: undefined,
      gone: 'not-found',
      closed: 'access-denied',
    });
  });

  it('in a folder is what lies below it, though work drives answer for the whole drive', async () => {
    const { search } = setUp({ pages: [hits('inside', 'deeper', 'beside', 'gone')] });
    const state = await search({
      kind: 'search',
      within: 'folder',
      driveId: 'mine',
      itemId: 'docs',
      query: 'x',
    });
    expect(ids(state)).toEqual(['deeper', 'gone', 'inside']);
  });

  it('everywhere takes its own right, and more than one page', async () => {
    const found = (...of: readonly string[]) => of.map((id) => ({ resource: ITEMS[id] }));
    const { search, asked, queries } = setUp({
      everywhere: (from) =>
        from === 0
          ? { hits: found('inside', 'beside'), moreResultsAvailable: true }
          : { hits: found('deeper', 'inside'), moreResultsAvailable: false },
    });
    const state = await search({ kind: 'search', within: 'everywhere', query: 'Plan OR "draft"' });
    // Pages overlap: each is one row.
    expect(ids(state)).toEqual(['beside', 'deeper', 'inside']);
    expect(asked).toEqual(['read-all']);
    expect(queries).toEqual(['plan* or* draft*', 'plan* or* draft*']);
  });

  it('ends after three hundred, and says so', async () => {
    const page = (start: number) =>
      hits(...Array.from({ length: 100 }, (_, index) => `many${start + index}`));
    const { search } = setUp({ pages: [page(0), page(100), page(200), page(300)] });
    const { rows, note } = await search(inDrive('many'));
    expect([rows.length, note]).toEqual([300, 'search-cut']);
  });

  it.each([inDrive('"?"'), { kind: 'search', within: 'everywhere', query: '🎉' }] as const)(
    'is nothing, and the service is not asked, where nothing can be searched for',
    async (wanted) => {
      const { search, batches, queries } = setUp({ pages: [hits('inside')] });
      const { rows, note } = await search(wanted);
      expect([rows.length, note, batches, queries]).toEqual([0, 'search-blank', [], []]);
    },
  );
});
