import { seedDrives } from '../demo';
import { dress, preflight, toErrorResponse, toResponse } from './protocol/answer';
import { handleBytes } from './bytes/handle-bytes';
import { createGrants } from './bytes/grants';
import { GraphError } from './protocol/graph-error';
import { createLedger } from './ledger';
import type { GraphOptions, GraphPorts, EmulatedGraph } from './graph-ports';
import { parseQueryOptions } from './protocol/query-options';
import { route } from './router';
import { createViews } from './model/views';
import { openSessions, stateOf } from './state';
import { createThrottle } from './throttling/throttle';
import { discardInTurn } from './bytes/open-sessions';
import type { Call, World } from './world';

const HOUR = 3_600_000;

/** Graph's drive for every user the ports name, filled as the options say. */
export async function createEmulatedGraph(ports: GraphPorts, options: GraphOptions): Promise<EmulatedGraph> {
  let world = await createWorld(ports, options);
  return {
    handleGraph: (request, number = null) => handleGraph(world, request, number),
    handleBytes: (request, number = null) => handleBytes(world, request, number),
    limit: (limits) => world.throttle.limit(limits),
    setPolicy: (change) => Object.assign(world.policy, change),
    ledger: () => ({ writes: world.ledger.entries(), uploadSessions: openSessions(world) }),
    state: (wanted = { items: true }) => stateOf(world, wanted),
    async reset() {
      const old = world;
      world = await createWorld(ports, options);
      await forget(old);
    },
    async close() {
      await forget(world);
      await options.contentStore.close();
    },
  };
}

async function createWorld(ports: GraphPorts, options: GraphOptions): Promise<World> {
  return {
    ports,
    options,
    policy: { anonymousLinks: true, retiredLists: options.retiredLists ?? false },
    ...(await seedDrives(ports, options)),
    downloads: createGrants(() => ports.now(), HOUR),
    thumbnails: createGrants(() => ports.now(), HOUR),
    views: createGrants(() => ports.now(), HOUR / 4),
    drawn: new Map(),
    sessions: new Map(),
    copies: createGrants(() => ports.now(), HOUR),
    ledger: createLedger(() => ports.now()),
    throttle: createThrottle(() => ports.now(), options.limits),
    followed: new Map(),
    seen: createViews(),
  };
}

/** Lets the bytes go; requests still under way end as they can. */
async function forget(world: World): Promise<void> {
  for (const session of world.sessions.values()) discardInTurn(session);
  world.sessions.clear();
  await Promise.all([...world.drives.values()].map((drive) => drive.dispose()));
}

async function handleGraph(world: World, request: Request, number: number | null): Promise<Response> {
  if (request.method === 'OPTIONS') return preflight(request);
  try {
    const url = new URL(request.url);
    if (!/^\/v1\.0(\/|$)/i.test(url.pathname)) throw new GraphError(400, 'BadRequest', 'Invalid version.');
    const caller = await world.ports.authorize(request);
    if (caller instanceof Response) return dress(world, request, caller);
    const user = world.ports.users().find(({ oid }) => oid === caller.oid);
    if (user === undefined) throw new GraphError(404, 'Request_ResourceNotFound', 'The user does not exist.');
    return await answerCaller({ world, caller, user, number }, request);
  } catch (error) {
    return refuse(world, request, error);
  }
}

/** Answers what somebody known asks, be it alone or as part of a batch. */
async function answerCaller(
  from: Pick<Call, 'world' | 'caller' | 'user' | 'number'>,
  request: Request,
): Promise<Response> {
  const { world } = from;
  try {
    const url = new URL(request.url);
    const options = parseQueryOptions(url.searchParams, url.pathname);
    const answer = (part: Request): Promise<Response> => answerCaller(from, part);
    return toResponse(world, request, await route({ ...from, request, url, options, answer }));
  } catch (error) {
    return refuse(world, request, error);
  }
}

function refuse(world: World, request: Request, error: unknown): Response {
  if (error instanceof GraphError) return toErrorResponse(world, request, error);
  // What nobody foresaw must be seen by whoever runs the emulator, but not by its callers.
  console.error(error);
  return toErrorResponse(
    world,
    request,
    new GraphError(500, 'generalException', 'An unspecified error has occurred.'),
  );
}
