import { createTransferPorts } from '../../../src/control/transfer-ports';
import { createDriveCommands, createDriveRequests } from '../../../src/drive';
import { createGraph } from '../../../src/graph';
import { createThrottleGate, type Environment } from '../../../src/lib';
import type { FolderReference, TransferQueue, TransferQueueOptions } from '../../../src/transfer';
import { createTransferQueue } from '../../../src/transfer/queue';
import { createLeapingEnvironment, type LeapingEnvironment } from '../../fault/support/leaping-environment';
import type { LocalEmulator } from '../../fault/support/local-wire';
import type { Asked, Subject } from '../../fault/support/oracle';
import { secretsIn, createSteering, toldBy } from '../../fault/support/steering';
import { watchRows } from '../../fault/support/watch-rows';

const KIB = 1024;
/** Small, so that thousands of runs are quick: what is one request, and what is one fragment. */
export const SMALL_FILE = 64 * KIB;
export const FRAGMENT = 320 * KIB;

/** A drive that is empty, and what all pages in front of it have in common. */
export interface World {
  readonly emulator: LocalEmulator;
  readonly root: FolderReference;
  readonly steering: ReturnType<typeof createSteering>;
  readonly environment: LeapingEnvironment;
  readonly secrets: string[];
}

/** The engine with the Graph calls of the product in front of an emulator, without a page and without a sign-in. */
export interface Engine extends Subject {
  readonly root: FolderReference;
  readonly asked: Asked[];
  readonly steering: World['steering'];
  readonly transfers: TransferQueue;
  readonly environment: LeapingEnvironment;
}

interface WorldOptions {
  readonly emulator: LocalEmulator;
  readonly user: string;
  readonly random: () => number;
}

export async function openEngine(options: WorldOptions): Promise<Engine> {
  const world = await openWorld(options);
  return observe(world, openQueue(world, world.environment));
}

export async function openWorld({ emulator, user, random }: WorldOptions): Promise<World> {
  const steering = createSteering(emulator, user);
  await steering.reset();
  const secrets: string[] = [];
  const environment = createLeapingEnvironment({
    wire: emulator.wire,
    random,
    onLeap: steering.advance,
    onAnswer: (body) => secrets.push(...secretsIn(body)),
  });
  return { emulator, steering, secrets, environment, root: await readRoot(steering) };
}

/** @param environment of one page */
export function openQueue(
  { emulator, steering, secrets, environment: world }: World,
  environment: Environment,
  journal?: TransferQueueOptions['journal'],
): TransferQueue {
  const gate = createThrottleGate(environment);
  const accessTokens = createTokens(world, async () => {
    const token = await steering.tokenFor('Files.ReadWrite');
    secrets.push(token);
    return token;
  });
  const graph = createGraph({ root: `${emulator.origin}/v1.0`, accessTokens, environment, gate });
  const requests = createDriveRequests(graph);
  const commands = createDriveCommands({ graph, requests, authorizeWrite: async () => {}, tell: () => {} });
  const permission = { require: async () => {} };
  // No folder is open.
  const state = { get: () => ({ path: [], items: [], listing: { status: 'loading' } as const }) };
  const folder = { apply: () => {}, state };
  const ports = createTransferPorts({ graph, requests, permission, commands, folder });
  const limits = { smallFileLimit: SMALL_FILE, fragmentSize: FRAGMENT };
  return createTransferQueue({ ports, environment, gate, journal, ...limits });
}

/** What the oracle looks at. */
export function observe(world: World, transfers: TransferQueue): Engine {
  const { root, steering, secrets, environment, emulator } = world;
  const told: string[] = [];
  const tell = transfers.tasks.subscribe(() => told.push(toldBy(transfers.tasks.get())));
  return {
    root,
    steering,
    transfers,
    environment,
    asked: [],
    secrets,
    told: () => told.join('\n'),
    rows: watchRows(transfers, environment),
    // No time passes between two requests here: only who hears an answer knows what came after it.
    truth: async () => ({ ...(await steering.truth(root.driveId)), earlyRequests: environment.early }),
    contentOf: steering.contentOf,
    clearFaults: async () => {
      emulator.setConnected(true);
      await steering.clearFaults();
    },
    end: () => {
      tell();
      transfers.dispose();
    },
  };
}

/** Kept until the service refuses it. */
function createTokens(environment: LeapingEnvironment, issue: () => Promise<string>) {
  let token: Promise<string> | undefined;
  return {
    getAccessToken: ({ forceRefresh = false }: { readonly forceRefresh?: boolean }) => {
      if (forceRefresh) token = undefined;
      return (token ??= environment.during(issue));
    },
  };
}

async function readRoot({ other }: Engine['steering']): Promise<FolderReference> {
  const answer = await other('GET', 'root');
  const { id, parentReference } = (await answer.json()) as {
    id: string;
    parentReference: { driveId: string };
  };
  return { driveId: parentReference.driveId, id, name: 'root' };
}
