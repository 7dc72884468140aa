import { afterAll, it } from 'vitest';
import type { GraphOptions } from '../../../src/emulator/graph';
import { ada, createWorld, pia, team, type CallOptions as WorldCall, type TestWorld } from '../graph-world';
import type { CallOptions, Json, Reply } from './graph-call';
import { callPreauthenticated, callTenant, realTenant } from './real-tenant';
import { createScratch } from './scratch-folder';

/** The powers that only the emulator in this process gives, each with the reason why a tenant lacks it. */
const POWERS = {
  clock: 'turns the clock',
  faults: 'scripts faults',
  limits: 'sets the limits of requests',
  users: 'needs another account',
  scopes: 'needs a token with other rights',
  strict: 'is about the emulator’s strict mode',
  state: 'looks into the emulator',
  'whole drive': 'needs a drive that nobody else uses',
  'fresh index': 'expects to find at once what was just written',
  'wrong bytes': 'sends what no HTTP client would',
} as const;

type DriveType = 'business' | 'documentLibrary' | 'personal';

/** For which drives a rule holds: SharePoint's are business in the service's own words. */
const KINDS = {
  every: ['business', 'documentLibrary', 'personal'],
  business: ['business', 'documentLibrary'],
  personal: ['personal'],
  /** The drive of whoever asks: `/me/drive`, or a token for one's own files. */
  own: ['business', 'personal'],
  'own business': ['business'],
  documentLibrary: ['documentLibrary'],
} as const satisfies Record<string, readonly DriveType[]>;

export interface RuleOptions {
  /** The drives it holds for; it is tried on each of them. */
  readonly on?: keyof typeof KINDS;
}

export interface EmulatorRuleOptions extends RuleOptions {
  readonly needs: keyof typeof POWERS;
  readonly strict?: boolean;
  readonly options?: Partial<GraphOptions>;
}

/** An empty folder of a rule's own. */
interface RuleFolder {
  readonly id: string;
  readonly name: string;
  readonly driveId: string;
  /** `/me/drive/items/{id}` */
  readonly url: string;
  /** What follows `/me/drive/root:/`, percent-encoded. */
  readonly path: string;
  /** The same as `parentReference.path` tells it: encoded on work drives only. */
  readonly toldPath: string;
  /** The address of what lies at a path below the folder (`a/b c.txt`), and of an action on it. */
  readonly at: (path: string, action?: string) => string;
}

export interface RuleContext {
  readonly driveType: DriveType;
  /** How paths begin in the answers to `/me/drive`. */
  readonly base: string;
  readonly folder: RuleFolder;
  /** A path or a link of the service, with the token. `/me/drive` is the rule's drive, a library as well. */
  readonly graph: (path: string, call?: CallOptions) => Promise<Reply>;
  /** A preauthenticated URL, without the token. */
  readonly bytes: (url: string, call?: CallOptions) => Promise<Reply>;
  readonly putFile: (path: string, body: string | Uint8Array) => Promise<Json>;
  readonly makeFolder: (path: string) => Promise<Json>;
}

export interface EmulatorRuleContext extends RuleContext {
  readonly world: TestWorld;
  readonly graph: (path: string, call?: WorldCall) => Promise<Reply>;
}

/**
 * One documented rule of the service, tried on the emulator or, where GRAPH_ROOT and GRAPH_TOKEN name
 * one, on a real tenant. Every answer it sees is held against the schemas.
 */
export function rule(title: string, run: (context: RuleContext) => Promise<void>): void;
export function rule(
  title: string,
  options: EmulatorRuleOptions,
  run: (context: EmulatorRuleContext) => Promise<void>,
): void;
export function rule(title: string, options: RuleOptions, run: (context: RuleContext) => Promise<void>): void;
export function rule(
  title: string,
  optionsOrRun: RuleOptions | EmulatorRuleOptions | ((context: RuleContext) => Promise<void>),
  runWithOptions?: (context: EmulatorRuleContext) => Promise<void>,
): void {
  const options = typeof optionsOrRun === 'function' ? {} : optionsOrRun;
  const run = typeof optionsOrRun === 'function' ? optionsOrRun : runWithOptions;
  if (run === undefined) throw new Error(`The rule “${title}” does nothing.`);
  if (realTenant !== undefined)
    return onTenant(title, options, run as (context: RuleContext) => Promise<void>);
  for (const type of KINDS[options.on ?? 'every']) {
    it(`${title} (${type})`, async () => run(await emulated(type, options)));
  }
}

/** Everything of a rule's own: a fresh emulator. */
async function emulated(
  type: DriveType,
  options: RuleOptions | EmulatorRuleOptions,
): Promise<EmulatorRuleContext> {
  const special = 'needs' in options ? options : undefined;
  const world = await createWorld(special?.options, { strict: special?.strict ?? false });
  const usual: WorldCall = {
    user: type === 'personal' ? pia : ada,
    ...(type === 'documentLibrary' ? { scopes: ['User.Read', 'Files.ReadWrite.All'] } : {}),
  };
  const drive = type === 'documentLibrary' ? await libraryOf(world) : '/me/drive';
  const graph = (path: string, call: WorldCall = {}): Promise<Reply> =>
    world.graph(path.replace(/^\/me\/drive(?=$|[/?])/, drive), { ...usual, ...call });
  const { json } = await graph('/me/drive/root/children', { body: { name: 'a rule’s own', folder: {} } });
  return {
    world,
    ...contextIn(json, { driveType: type, base: drive.replace('/me', ''), graph, bytes: world.bytes }),
    graph,
  };
}

async function libraryOf(world: TestWorld): Promise<string> {
  const { json } = await world.graph(`/groups/${team.id}/drive`, { scopes: ['Files.Read.All'] });
  return `/drives/${json.id}`;
}

const scratch = createScratch(afterAll);

function onTenant(
  title: string,
  options: RuleOptions | EmulatorRuleOptions,
  run: (context: RuleContext) => Promise<void>,
): void {
  if ('needs' in options) {
    it.skip(`${title} [not on a tenant: ${POWERS[options.needs]}]`);
    return;
  }
  // What was written may be seen a few seconds late (protocol 7.5).
  it(title, { timeout: 120_000, retry: 2 }, async ({ skip }) => {
    const { driveType } = await scratch.drive();
    const types: readonly DriveType[] = KINDS[options.on ?? 'every'];
    if (!types.includes(driveType)) {
      skip(`holds for ${options.on} drives; this one is ${driveType}`);
    }
    const own = await scratch.ownFolder();
    await run(contextIn(own, { driveType, base: '/drive', graph: callTenant, bytes: callPreauthenticated }));
  });
}

type Ways = Pick<RuleContext, 'driveType' | 'base' | 'graph' | 'bytes'>;

function contextIn(own: Json, ways: Ways): RuleContext {
  const url = `/me/drive/items/${own.id}`;
  const personal = ways.driveType === 'personal';
  const above = /root:\/?(.*)$/.exec(own.parentReference.path)?.[1] ?? '';
  const toldPath = `${above === '' ? '' : `${above}/`}${personal ? own.name : encodeURIComponent(own.name)}`;
  const at = (path: string, action?: string): string =>
    `${url}:/${encodePath(path)}${action === undefined ? '' : `:/${action}`}`;
  const folder: RuleFolder = {
    id: own.id,
    name: own.name,
    driveId: own.parentReference.driveId,
    url,
    path: personal ? encodePath(toldPath) : toldPath,
    toldPath,
    at,
  };
  return {
    ...ways,
    folder,
    putFile: async (path, body) =>
      made(await ways.graph(at(path, 'content'), { method: 'PUT', body }), `PUT ${path}`),
    makeFolder: async (path) => {
      const slash = path.lastIndexOf('/');
      const parent = slash < 0 ? `${url}/children` : at(path.slice(0, slash), 'children');
      const body = { name: path.slice(slash + 1), folder: {} };
      return made(await ways.graph(parent, { body }), `new folder ${path}`);
    },
  };
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Preparing a rule must not fail unseen. */
function made({ status, json, text }: Reply, what: string): Json {
  if (status !== 200 && status !== 201) throw new Error(`${what} answered ${status}: ${text.slice(0, 300)}`);
  return json;
}
