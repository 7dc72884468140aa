import { expect } from 'vitest';
import { createOneDriveControl, type OneDriveControl } from '../../../src/control';
import type { RunningEmulator } from '../../../src/emulator/node/start-emulator';
import {
  isSettled,
  type FolderReference,
  type TransferTask,
  type UploadOptions,
} from '../../../src/transfer';
import { createLeapingEnvironment, type LeapingEnvironment } from './leaping-environment';
import { plainFetch } from './plain-fetch';

// What is loaded when it is needed is there beforehand: how long that takes is nobody's fault.
await Promise.all([import('../../../src/transfer/upload-file'), import('../../../src/transfer/zip')]);

const USER = 'work@contoso.example';

/** Which request goes wrong, and how; the emulator's own words (docs/emulator.md, "Faults"). */
export interface FaultScript {
  readonly match: { readonly method?: string; readonly path?: string; readonly origin?: 'login' | 'bytes' };
  readonly phase: 'before' | 'during' | 'after';
  readonly effect: { readonly kind: string; readonly [name: string]: unknown };
  readonly nth?: number;
  readonly times?: number;
}

interface Ledger {
  readonly writes: readonly { readonly kind: string; readonly itemId: string; readonly name: string }[];
  readonly uploadSessions: readonly object[];
  readonly earlyRequests: readonly object[];
}

/** A control in front of an emulated drive, which is empty. */
export interface Scene {
  readonly control: OneDriveControl;
  readonly environment: LeapingEnvironment;
  readonly root: FolderReference;
  readonly script: (...faults: readonly FaultScript[]) => Promise<void>;
  /** As another client would, without the control. */
  readonly other: (method: string, path: string, body?: BodyInit) => Promise<Response>;
  readonly upload: (files: readonly File[], options?: UploadOptions) => void;
  /** Leaps until nothing runs or waits any more. */
  readonly rest: () => Promise<readonly TransferTask[]>;
  readonly ledger: () => Promise<Ledger>;
  /** Secrets that must be seen nowhere: tokens, and what preauthenticated addresses hold. */
  readonly secrets: readonly string[];
  readonly end: () => void;
}

export async function openScene(emulator: RunningEmulator): Promise<Scene> {
  const admin = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const answer = await plainFetch(`${emulator.loginOrigin}/_emulator/${path}`, init);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  await admin('POST', 'reset');
  const secrets: string[] = [];
  const tokenFor = async (scope: string): Promise<string> => {
    const query = new URLSearchParams({ user: USER, scope });
    const { access_token: token } = (await (await admin('GET', `token?${query}`)).json()) as {
      access_token: string;
    };
    secrets.push(token);
    return token;
  };
  const environment = createLeapingEnvironment({
    onLeap: async (advance) => void (await admin('POST', 'clock', { advance })),
    onAnswer: (body) => secrets.push(...addressesIn(body)),
  });
  const control = createOneDriveControl({
    getAccessToken: ({ scopes }) => environment.during(() => tokenFor(scopes.join(' '))),
    graphRoot: `${emulator.loginOrigin}/v1.0`,
    environment,
  });
  await environment.leapUntil(() =>
    ['complete', 'failed'].includes(control.folder.state.get().listing.status),
  );
  const root = control.folder.state.get().path.at(-1);
  if (!root) throw new Error('The drive has no root.');
  const isResting = ({ state }: TransferTask) => isSettled(state) || state.status === 'conflict';
  return {
    control,
    environment,
    root,
    secrets,
    script: async (...faults) => {
      if (faults.some(({ effect }) => effect.kind === 'stall')) environment.expectStalls();
      await admin('POST', 'faults', faults);
    },
    other: async (method, path, body) =>
      plainFetch(`${emulator.loginOrigin}/v1.0/me/drive/${path}`, {
        method,
        headers: { Authorization: `Bearer ${await tokenFor('Files.ReadWrite')}` },
        ...(body !== undefined && { body }),
      }),
    upload: (files, options) => {
      const sources = files.map((file) => ({ kind: 'file', file, path: [] }) as const);
      void control.transfers.upload(sources, root, options);
    },
    rest: async () => {
      await environment.leapUntil(() => control.transfers.tasks.get().every(isResting));
      return control.transfers.tasks.get();
    },
    ledger: async () => (await admin('GET', 'ledger')).json() as Promise<Ledger>,
    end: () => control.dispose(),
  };
}

/** What must hold after every run, whatever went wrong (shared design, faults.md: the oracle). */
export async function expectTruth(
  scene: Scene,
  files: readonly File[],
  before: readonly string[] = [],
): Promise<void> {
  const { control, environment } = scene;
  const tasks = control.transfers.tasks.get();
  const told = JSON.stringify(tasks, (_key, value: unknown) =>
    value instanceof Error ? [value.message, value.stack, value.cause, Object.entries(value)] : value,
  );
  expect(scene.secrets.filter((secret) => told.includes(secret))).toEqual([]);
  const done = tasks.filter(({ state }) => state.status === 'done');
  for (const task of done) {
    const { state } = task;
    const file = files.find(({ name }) => name === task.name);
    if (state.status !== 'done' || !state.item || !file) throw new Error(`${task.name} has no item.`);
    // oxlint-disable-next-line no-await-in-loop
    const [stored, sent] = await Promise.all([contentOf(scene, state.item.id), file.arrayBuffer()]);
    expect(Buffer.compare(Buffer.from(stored), Buffer.from(sent)), task.name).toBe(0);
  }
  control.transfers.clearFinished();
  for (const { id } of control.transfers.tasks.get()) control.transfers.resolveConflict(id, 'skip');
  await environment.leapFor(120_000);
  const { writes, uploadSessions, earlyRequests } = await scene.ledger();
  expect(uploadSessions).toEqual([]);
  expect(earlyRequests).toEqual([]);
  const names = (await children(scene)).map(({ name }) => name).toSorted();
  expect(names).toEqual([...before, ...done.map((task) => finalName(task))].toSorted());
  expect(new Set(writes.map(({ itemId }) => itemId)).size).toBe(names.length);
  scene.end();
  await environment.leapFor(0);
  expect(environment.pendingTimers()).toBe(0);
}

/** Preauthenticated addresses: whoever has one needs no token. */
function addressesIn(body: string): readonly string[] {
  return [...body.matchAll(/"(?:uploadUrl|@microsoft\.graph\.downloadUrl)":"([^"]+)"/g)].map(
    ([, url]) => url ?? '',
  );
}

async function contentOf(scene: Scene, id: string): Promise<ArrayBuffer> {
  const moved = await scene.other('GET', `items/${id}/content`);
  return (await plainFetch(moved.headers.get('Location') ?? '')).arrayBuffer();
}

function finalName({ name, state }: TransferTask): string {
  return state.status === 'done' ? (state.item?.name ?? name) : name;
}

async function children(scene: Scene): Promise<readonly { readonly name: string }[]> {
  const answer = await scene.other('GET', 'root/children');
  const { value } = (await answer.json()) as { value: readonly { name: string }[] };
  return value;
}
