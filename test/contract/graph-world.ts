import { createEmulatedGraph, type GraphOptions, type GraphPorts } from '../../src/emulator/graph';
import type { Caller, DemoUser } from '../../src/emulator/caller';
import { createMemoryContentStore, type Thumbnailer } from '../../src/emulator/store';

export const ada: DemoUser = {
  oid: '11111111-1111-4111-8111-111111111111',
  upn: 'ada@contoso.example',
  name: 'Ada Work',
  kind: 'work',
  hasDrive: true,
};
export const pia: DemoUser = {
  oid: '22222222-2222-4222-8222-222222222222',
  upn: 'pia@outlook.example',
  name: 'Pia Personal',
  kind: 'personal',
  hasDrive: true,
};
export const nobody: DemoUser = {
  ...ada,
  oid: '33333333-3333-4333-8333-333333333333',
  upn: 'no@contoso.example',
  hasDrive: false,
};

export const GRAPH = 'http://localhost:5174';
export const BYTES = 'http://localhost:5175';
const ALL_SCOPES = ['User.Read', 'Files.ReadWrite'];

/** Draws nothing: a picture of four bytes, so that tests of other things stay fast. */
export const blindThumbnailer: Thumbnailer = {
  shrink: async () => Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
  draw: async () => Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
};

/**
 * What an answer may hold. Everything is declared as if it were always there: a test that reads what
 * is missing fails, and that is what it is for.
 */
export interface Json {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly eTag: string;
  readonly cTag: string;
  readonly webUrl: string;
  readonly driveType: string;
  readonly createdDateTime: string;
  readonly root: object;
  readonly folder: { readonly childCount: number };
  readonly file: {
    readonly mimeType: string;
    readonly hashes: { readonly quickXorHash: string; readonly sha1Hash: string };
  };
  readonly image: { readonly width: number; readonly height: number };
  readonly shared: { readonly scope: string };
  readonly fileSystemInfo: object;
  readonly parentReference: { readonly id: string; readonly path: string };
  readonly quota: { readonly used: number };
  readonly value: readonly Json[];
  readonly children: readonly Json[];
  readonly thumbnails: readonly Json[];
  readonly small: { readonly url: string };
  readonly large: { readonly url: string };
  readonly url: string;
  readonly uploadUrl: string;
  readonly expirationDateTime: string;
  readonly nextExpectedRanges: readonly string[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.count': number;
  readonly '@microsoft.graph.downloadUrl': string;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly innerError: { readonly code: string; readonly date: string };
    readonly innererror?: { readonly code: string };
  };
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly json: Json;
  readonly text: string;
}

export interface CallOptions {
  readonly method?: string;
  readonly body?: BodyInit | object | null;
  readonly headers?: Record<string, string>;
  readonly user?: DemoUser;
  readonly scopes?: readonly string[];
}

/** A service with a clock to turn and calls that read like Graph's. */
export async function createWorld(options: Partial<GraphOptions> = {}, ports: { strict?: boolean } = {}) {
  const clock = { now: Date.UTC(2026, 10, 2, 10) };
  const users = [ada, pia, nobody];
  let caller: { user: DemoUser; scopes: readonly string[] } = { user: ada, scopes: ALL_SCOPES };
  const graphPorts: GraphPorts = {
    origins: { graph: GRAPH, bytes: BYTES },
    strict: ports.strict ?? false,
    now: () => clock.now,
    users: () => users,
    async authorize(request) {
      if (!request.headers.has('authorization')) return new Response(null, { status: 401 });
      const { user, scopes } = caller;
      const known: Caller = {
        oid: user.oid,
        upn: user.upn,
        clientId: 'test',
        tenantId: 'tenant',
        scopes: new Set(scopes),
        claims: {},
      };
      return known;
    },
  };
  const service = await createEmulatedGraph(graphPorts, {
    drive: 'empty',
    profile: 'business',
    contentStore: createMemoryContentStore(),
    thumbnailer: blindThumbnailer,
    ...options,
  });

  const graph = async (path: string, call: CallOptions = {}): Promise<Reply> => {
    caller = { user: call.user ?? ada, scopes: call.scopes ?? ALL_SCOPES };
    const url = path.startsWith('http') ? path : `${GRAPH}/v1.0${path}`;
    return reply(await service.handleGraph(request(url, call, { Authorization: 'Bearer t' })));
  };
  const bytes = async (url: string, call: CallOptions = {}): Promise<Reply> =>
    reply(await service.handleBytes(request(url, call, {})));
  return { service, clock, graph, bytes };
}

export type TestWorld = Awaited<ReturnType<typeof createWorld>>;

function request(url: string, { method, body, headers }: CallOptions, base: Record<string, string>): Request {
  const raw =
    body === undefined ||
    body === null ||
    typeof body === 'string' ||
    body instanceof Uint8Array ||
    body instanceof ReadableStream;
  const init: RequestInit & { duplex?: 'half' } = {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { ...base, ...(raw ? {} : { 'Content-Type': 'application/json' }), ...headers },
    redirect: 'manual',
  };
  if (body !== undefined) init.body = raw ? (body as BodyInit | null) : JSON.stringify(body);
  if (body instanceof ReadableStream) init.duplex = 'half';
  return new Request(url, init);
}

async function reply(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  };
}

/** Bytes that differ from one another, so that a shifted or lost stretch is noticed. */
export function sample(size: number, seed = 1): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >> 9) * 7 + seed) & 0xff);
}

export async function putFile(world: TestWorld, path: string, body: string | Uint8Array): Promise<Json> {
  const { json } = await world.graph(`/me/drive/root:/${path}:/content`, { method: 'PUT', body });
  return json;
}

export async function makeFolder(world: TestWorld, name: string, parentId?: string): Promise<Json> {
  const parent = parentId === undefined ? 'root' : `items/${parentId}`;
  const { json } = await world.graph(`/me/drive/${parent}/children`, { body: { name, folder: {} } });
  return json;
}
