import { createTransferPorts } from '../../../src/control/transfer-ports';
import { createDriveCommands, createDriveRequests } from '../../../src/drive';
import { createGraph } from '../../../src/graph';
import { createThrottleGate } from '../../../src/lib';
import type { FolderReference, TransferQueue } from '../../../src/transfer';
import { createTransferQueue } from '../../../src/transfer/queue';
import { createLeapingEnvironment, type LeapingEnvironment } from '../../fault/support/leaping-environment';
import type { LocalEmulator } from '../../fault/support/local-wire';
import type { Asked, Subject } from '../../fault/support/oracle';
import { addressesIn, createSteering, toldBy } from '../../fault/support/steering';
import { watchRows } from '../../fault/support/watch-rows';

// What is loaded when it is needed is there beforehand: how long that takes is nobody's fault.
await import('../../../src/transfer/upload-run');

const KIB = 1024;
/** Small, so that thousands of runs are quick: what is one request, and what is one fragment. */
export const SMALL_FILE = 64 * KIB;
export const FRAGMENT = 320 * KIB;

/** The engine with the Graph calls of the product in front of an emulator, without a page and without a sign-in. */
export interface Engine extends Subject {
  readonly root: FolderReference;
  readonly asked: Asked[];
  readonly steering: ReturnType<typeof createSteering>;
  readonly transfers: TransferQueue;
  readonly environment: LeapingEnvironment;
}

interface EngineOptions {
  readonly emulator: LocalEmulator;
  readonly user: string;
  readonly random: () => number;
}

export async function openEngine({ emulator, user, random }: EngineOptions): Promise<Engine> {
  const steering = createSteering(emulator, user);
  await steering.reset();
  const secrets: string[] = [];
  const environment = createLeapingEnvironment({
    wire: emulator.wire,
    random,
    onLeap: steering.advance,
    onAnswer: (body) => secrets.push(...addressesIn(body)),
  });
  const gate = createThrottleGate(environment);
  const accessTokens = createTokens(environment, async () => {
    const token = await steering.tokenFor('Files.ReadWrite');
    secrets.push(token);
    return token;
  });
  const graph = createGraph({ root: `${emulator.origin}/v1.0`, accessTokens, environment, gate });
  const requests = createDriveRequests(graph);
  const commands = createDriveCommands({ graph, requests, authorizeWrite: async () => {} });
  const permission = { require: async () => {} };
  // No folder is open.
  const state = { get: () => ({ path: [], items: [], listing: { status: 'loading' } as const }) };
  const folder = { apply: () => {}, state };
  const ports = createTransferPorts({ graph, requests, permission, commands, folder });
  const limits = { smallFileLimit: SMALL_FILE, fragmentSize: FRAGMENT };
  const transfers = createTransferQueue({ ports, environment, gate, ...limits });
  const root = await readRoot(steering);
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
