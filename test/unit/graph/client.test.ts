import { describe, expect, it } from 'vitest';
import { childPath, createGraph, itemPath, pages, relativePath, type Graph } from '../../../src/graph';
import { createThrottleGate, OneDriveError } from '../../../src/lib';
import { createManualEnvironment, silence, type Answerer } from '../../support/manual-environment';

const ROOT = 'https://graph.microsoft.com/v1.0';
const json = (value: unknown) => value;

function setUp(answerer: Answerer = () => Response.json({ value: [] }), root = ROOT) {
  const environment = createManualEnvironment();
  environment.answerWith(answerer);
  const graph = createGraph({
    root,
    environment,
    gate: createThrottleGate(environment),
    accessTokens: { getAccessToken: async () => 'token' },
  });
  return { environment, graph, urls: () => environment.requests.map((request) => request.url) };
}

const parent = { driveId: 'b!dr-Ive_1', id: '01ABC!s9' };

describe('the address of a request', () => {
  it.each([
    ['100%.txt', '100%25.txt'],
    ['#1.txt', '%231.txt'],
    ['a+b.txt', 'a%2Bb.txt'],
    ["it's.txt", "it's.txt"],
    ['R&D.txt', 'R%26D.txt'],
    ['a (1).txt', 'a%20(1).txt'],
    ['a%2Fb.txt', 'a%252Fb.txt'],
    ['what? no=1', 'what%3F%20no%3D1'],
    ['é 🎉 報告', '%C3%A9%20%F0%9F%8E%89%20%E5%A0%B1%E5%91%8A'],
    ['https://x', 'https%3A%2F%2Fx'],
  ])('encodes the name %j once', async (name, encoded) => {
    const { graph, urls } = setUp();
    await graph.get({ path: `${childPath(parent, name)}/children`, access: 'read' }, json);
    expect(urls()).toEqual([`${ROOT}/drives/b!dr-Ive_1/items/01ABC!s9:/${encoded}:/children`]);
  });

  it('is below plain http on loopback for the emulator', async () => {
    const { graph, urls } = setUp(undefined, 'http://localhost:5174/v1.0');
    await graph.get({ path: '/me/drive/root', access: 'read' }, json);
    expect(urls()).toEqual(['http://localhost:5174/v1.0/me/drive/root']);
  });

  it('is below the whole path of the Graph root, as where a portal passes calls on', async () => {
    const { graph, urls } = setUp(undefined, 'https://portal.example/api/graph/v1.0');
    await graph.get({ path: '/me/drive/root', access: 'read' }, json);
    expect(urls()).toEqual(['https://portal.example/api/graph/v1.0/me/drive/root']);
  });

  it('carries query options as they are, but nothing in them ends or adds one', async () => {
    const { graph, urls } = setUp();
    const query = {
      $select: 'id,@microsoft.graph.downloadUrl',
      $top: '200',
      $filter: "name eq 'R&D #1 + 50%'",
    };
    await graph.get({ path: itemPath(parent), query, access: 'read' }, json);
    const [address = ''] = urls();
    expect(address).toContain('?$select=id,@microsoft.graph.downloadUrl&$top=200&$filter=');
    const { search, hash } = new URL(address);
    expect(hash).toBe('');
    expect(new URLSearchParams(search).get('$filter')).toBe(query.$filter);
  });

  it('of small content has the same form', async () => {
    const { graph, environment } = setUp(() => Response.json({ id: '1' }));
    const body = new TextEncoder().encode('bytes');
    const query = { '@microsoft.graph.conflictBehavior': 'fail' };
    const path = `${childPath(parent, 'ä+b.txt')}/content`;
    const headers = { 'Content-Type': 'text/plain' };
    await graph.putContent({ path, query, headers, body, access: 'write' }, json);
    const [request] = environment.requests;
    expect(request?.url).toBe(
      `${ROOT}/drives/b!dr-Ive_1/items/01ABC!s9:/%C3%A4%2Bb.txt:/content?@microsoft.graph.conflictBehavior=fail`,
    );
    expect(request?.init).toMatchObject({ method: 'PUT', body });
    expect(request?.headers.get('Content-Type')).toBe('text/plain');
  });

  it('of a nextLink is sent byte by byte', async () => {
    const { graph, urls } = setUp();
    const link = `${ROOT}/drives/b!1/items/2/children?$skiptoken=a%2Bb%2fC==&$top=1&$top=1&x=%7e y`;
    await graph.follow(link, { access: 'read' }, json);
    expect(urls()).toEqual([link]);
  });

  it('of a nextLink at another host is refused', async () => {
    const { graph, urls } = setUp();
    const following = graph.follow('https://evil.example/v1.0/next', { access: 'read' }, json);
    await expect(following).rejects.toMatchObject({ code: 'unexpected-answer' });
    expect(urls()).toEqual([]);
  });

  it('names every folder on the way', () => {
    expect(relativePath([])).toBe('');
    expect(relativePath(['a b', '#c'])).toBe(':/a%20b/%23c:');
  });

  it('refuses a name that cannot be written in UTF-8, by a typed error', () => {
    expect(() => childPath(parent, 'x\ud800')).toThrow(OneDriveError);
    expect(() => relativePath(['\udc00'])).toThrow(OneDriveError);
  });
});

describe('the body and headers of a request', () => {
  it('are JSON for what creates and changes', async () => {
    const { graph, environment } = setUp(() => Response.json({ id: '1' }));
    const body = { name: 'Ä "quoted"', folder: {} };
    await graph.post({ path: '/me/drive/root/children', body, access: 'write' }, json);
    await graph.patch({ path: '/x', body, headers: { 'If-Match': '"{1},2"' }, access: 'write' }, json);
    const [post, patch] = environment.requests;
    expect(post?.init.method).toBe('POST');
    expect(post?.headers.get('Content-Type')).toBe('application/json');
    expect(post?.init.body).toBe(JSON.stringify(body));
    expect(patch?.init.method).toBe('PATCH');
    expect(patch?.headers.get('If-Match')).toBe('"{1},2"');
  });

  it('are absent where something is deleted', async () => {
    const { graph, environment } = setUp(() => new Response(null, { status: 204 }));
    await graph.delete({ path: '/x', headers: { 'If-Match': '"1"' }, access: 'write' });
    const [request] = environment.requests;
    expect(request?.init).toMatchObject({ method: 'DELETE', body: null });
    expect(request?.headers.get('If-Match')).toBe('"1"');
  });
});

describe('a failure', () => {
  const calls: [string, (graph: Graph) => Promise<unknown>][] = [
    ['get', (graph) => graph.get({ path: '/x', access: 'read' }, json)],
    ['getBlob', (graph) => graph.getBlob({ path: '/x', access: 'read' })],
    ['follow', (graph) => graph.follow(`${ROOT}/x`, { access: 'read' }, json)],
    ['post', (graph) => graph.post({ path: '/x', access: 'write' }, json)],
    ['put', (graph) => graph.put({ path: '/x', access: 'write' }, json)],
    ['patch', (graph) => graph.patch({ path: '/x', access: 'write' }, json)],
    ['delete', (graph) => graph.delete({ path: '/x', access: 'write' })],
    [
      'putContent',
      (graph) => graph.putContent({ path: '/x', body: new Uint8Array(), access: 'write' }, json),
    ],
  ];

  it.each(calls)('of %s is the one error type, with all its facts', async (_name, call) => {
    const body = { error: { code: 'generic', innerError: { code: 'nameAlreadyExists', 'request-id': 'r' } } };
    const { graph } = setUp(() => Response.json(body, { status: 409 }));
    const failure: unknown = await call(graph).catch((reason: unknown) => reason);
    expect(failure).toBeInstanceOf(OneDriveError);
    expect(failure).toMatchObject({
      code: 'name-conflict',
      status: 409,
      serviceCode: 'nameAlreadyExists',
      requestId: 'r',
    });
  });

  it.each(calls)('of %s by an abort is cancelled', async (_name, call) => {
    const { graph, environment } = setUp(silence);
    const controller = new AbortController();
    const withSignal: Graph = wrapSignal(graph, controller.signal);
    const outcome = call(withSignal).catch((reason: unknown) => reason);
    await environment.advance(10);
    controller.abort();
    expect(await outcome).toMatchObject({ code: 'cancelled' });
  });

  it.each(['', 'null', '<html>', '{"value":1}'])(
    'of an answer that is something else is typed: %j',
    async (text) => {
      const { graph } = setUp(() => new Response(text, { headers: { 'request-id': 'r1' } }));
      const parse = () => {
        throw new TypeError(`secret ${text}`);
      };
      const failure: unknown = await graph
        .get({ path: '/x', access: 'read' }, parse)
        .catch((e: unknown) => e);
      expect(failure).toMatchObject({ code: 'unexpected-answer', status: 200, requestId: 'r1' });
      expect(String(failure)).not.toContain('secret');
    },
  );
});

describe('the pages of a collection', () => {
  const link = (n: number) => `${ROOT}/next?$skiptoken=${n}`;
  const read = async (graph: Graph) => {
    const all: unknown[][] = [];
    for await (const page of pages(graph, { path: '/x', access: 'read' }, json)) all.push([...page]);
    return all;
  };

  it('come one after the other, empty ones too', async () => {
    const answers = [
      { value: [1], '@odata.nextLink': link(1) },
      { value: [], '@odata.nextLink': link(2) },
      { value: [2, 2], '@odata.nextLink': null },
    ];
    const { graph, urls } = setUp((_request, index) => Response.json(answers[index]));
    expect(await read(graph)).toEqual([[1], [], [2, 2]]);
    expect(urls()).toEqual([`${ROOT}/x`, link(1), link(2)]);
  });

  it('are one empty page for an empty collection', async () => {
    expect(await read(setUp().graph)).toEqual([[]]);
  });

  it('begin with the first, which shows that the collection is there, before the link in it fails', async () => {
    const { graph } = setUp((_request, index) =>
      index === 0
        ? Response.json({ value: [], '@odata.nextLink': link(1) })
        : Response.json({ error: { code: 'itemNotFound' } }, { status: 404 }),
    );
    const source = pages(graph, { path: '/x', access: 'read' }, json)[Symbol.asyncIterator]();
    expect(await source.next()).toEqual({ done: false, value: [] });
    await expect(source.next()).rejects.toMatchObject({ code: 'not-found' });
  });

  it('end in an error where a link comes back', async () => {
    const { graph, urls } = setUp(() => Response.json({ value: [1], '@odata.nextLink': link(1) }));
    await expect(read(graph)).rejects.toMatchObject({ serviceCode: 'repeatedNextLink' });
    expect(urls()).toHaveLength(2);
  });

  it('are fetched only when they are asked for', async () => {
    const { graph, urls } = setUp((_request, index) =>
      Response.json({ value: [index], '@odata.nextLink': link(index) }),
    );
    const [first] = await take(pages(graph, { path: '/x', access: 'read' }, json));
    expect(first).toEqual([0]);
    expect(urls()).toHaveLength(1);
  });

  it.each([{}, { value: 'no' }, [], 'text', null])(
    'are refused as unexpected where they are %j',
    async (body) => {
      const { graph } = setUp(() => Response.json(body));
      await expect(read(graph)).rejects.toMatchObject({ code: 'unexpected-answer' });
    },
  );
});

async function take<T>(source: AsyncIterable<T>): Promise<T[]> {
  for await (const value of source) return [value];
  return [];
}

/** The same graph, each call with a signal. */
function wrapSignal(graph: Graph, signal: AbortSignal): Graph {
  return {
    get: (request, parse) => graph.get({ ...request, signal }, parse),
    getBlob: (request) => graph.getBlob({ ...request, signal }),
    follow: (link, request, parse) => graph.follow(link, { ...request, signal }, parse),
    post: (request, parse) => graph.post({ ...request, signal }, parse),
    send: (request) => graph.send({ ...request, signal }),
    locate: (request) => graph.locate({ ...request, signal }),
    begin: (request) => graph.begin({ ...request, signal }),
    put: (request, parse) => graph.put({ ...request, signal }, parse),
    patch: (request, parse) => graph.patch({ ...request, signal }, parse),
    delete: (request) => graph.delete({ ...request, signal }),
    putContent: (request, parse) => graph.putContent({ ...request, signal }, parse),
  };
}
