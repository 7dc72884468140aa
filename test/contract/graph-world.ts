import { createEmulatedGraph, type GraphOptions, type GraphPorts } from '../../src/emulator/graph';
import type { Caller, DemoGroup, DemoUser } from '../../src/emulator/caller';
import { createMemoryContentStore, type Thumbnailer } from '../../src/emulator/store';
import { checkAnswer } from './support/answer-schema';
import {
  buildRequest,
  readReply,
  type CallOptions as AnyCall,
  type Json,
  type Reply,
} from './support/graph-call';

export const ada: DemoUser = {
  oid: '11111111-1111-4111-8111-111111111111',
  upn: 'ada@contoso.example',
  name: 'Ada Work',
  kind: 'work',
  oneDrive: 'ready',
};
export const pia: DemoUser = {
  oid: '22222222-2222-4222-8222-222222222222',
  upn: 'pia@outlook.example',
  name: 'Pia Personal',
  kind: 'personal',
  oneDrive: 'ready',
};
export const nobody: DemoUser = {
  ...ada,
  oid: '33333333-3333-4333-8333-333333333333',
  upn: 'no@contoso.example',
  oneDrive: 'not provisioned',
};
export const unlicensed: DemoUser = {
  ...ada,
  oid: '44444444-4444-4444-8444-444444444444',
  upn: 'unlicensed@contoso.example',
  oneDrive: 'not licensed',
};

/** A colleague with a drive. */
export const bob: DemoUser = {
  ...ada,
  oid: '55555555-5555-4555-8555-555555555555',
  upn: 'bob@contoso.example',
  name: 'Bob Work',
};
export const everybody: DemoGroup = {
  id: 'aaaaaaaa-1111-4111-8111-111111111111',
  displayName: 'Everybody',
  description: 'All of us',
  mail: 'everybody@contoso.example',
  sitePath: '',
  owners: [bob.oid],
  members: [ada, bob, nobody, unlicensed].map(({ oid }) => oid),
  hasTeam: false,
};
/** Ada owns it, Bob is a member; nobody else is. */
export const team: DemoGroup = {
  id: 'bbbbbbbb-1111-4111-8111-111111111111',
  displayName: 'The team',
  description: 'Some of us',
  mail: 'team@contoso.example',
  sitePath: '/sites/team',
  owners: [ada.oid],
  members: [ada.oid, bob.oid],
  hasTeam: true,
};

export const GRAPH = 'http://localhost:5174';
export const BYTES = 'http://localhost:5175';
const TOKEN = 't';
const ALL_SCOPES = ['User.Read', 'Files.ReadWrite'];

/** Draws nothing: a picture of four bytes, so that tests of other things stay fast. */
export const blindThumbnailer: Thumbnailer = {
  shrink: async () => Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
  draw: async () => Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
};

export type { Json, Reply } from './support/graph-call';

/** A call that also says who makes it, and with which rights. */
export interface CallOptions extends AnyCall {
  readonly user?: DemoUser;
  readonly scopes?: readonly string[];
}

/** A service with a clock to turn and calls that read like Graph's. */
export async function createWorld(options: Partial<GraphOptions> = {}, ports: { strict?: boolean } = {}) {
  const clock = { now: Date.UTC(2026, 10, 2, 10) };
  const users = [ada, pia, bob, nobody, unlicensed];
  let caller: { user: DemoUser; scopes: readonly string[] } = { user: ada, scopes: ALL_SCOPES };
  const graphPorts: GraphPorts = {
    origins: { graph: GRAPH, bytes: BYTES },
    strict: ports.strict ?? false,
    now: () => clock.now,
    users: () => users,
    groups: () => [everybody, team],
    async authorize(request) {
      if (request.headers.get('authorization') !== `Bearer ${TOKEN}`) return unauthenticated();
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

  /** Sends a request and holds the answer against the schemas. */
  const send = async (host: 'graph' | 'bytes', request: Request, body: unknown): Promise<Reply> => {
    const { method, url, headers } = request;
    const response = await (host === 'graph' ? service.handleGraph(request) : service.handleBytes(request));
    const reply = await readReply(response);
    checkAnswer({ host, method, url, headers, body }, reply);
    return reply;
  };
  const graph = (path: string, call: CallOptions = {}): Promise<Reply> => {
    caller = { user: call.user ?? ada, scopes: call.scopes ?? ALL_SCOPES };
    const url = path.startsWith('http') ? path : `${GRAPH}/v1.0${path}`;
    return send('graph', buildRequest(url, call, { Authorization: `Bearer ${TOKEN}` }), call.body);
  };
  const bytes = (url: string, call: CallOptions = {}): Promise<Reply> =>
    send('bytes', buildRequest(url, call), call.body);
  return { service, clock, graph, bytes };
}

/** As the identity part answers a call without a token of its own. */
function unauthenticated(): Response {
  const innerError = {
    date: '2026-11-02T10:00:00',
    'request-id': crypto.randomUUID(),
    'client-request-id': crypto.randomUUID(),
  };
  const error = { code: 'InvalidAuthenticationToken', message: 'Access token is empty.', innerError };
  return Response.json({ error }, { status: 401 });
}

export type TestWorld = Awaited<ReturnType<typeof createWorld>>;

/** Bytes that differ from one another, so that a shifted or lost stretch is noticed. */
export function sample(size: number, seed = 1): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >> 9) * 7 + seed) & 0xff);
}

export async function putFile(world: TestWorld, path: string, body: string | Uint8Array): Promise<Json> {
  const { json } = await world.graph(`/me/drive/root:/${path}:/content`, { method: 'PUT', body });
  return json;
}
