import { vi } from 'vitest';
import type { GetAccessToken } from '../../../src/auth';
import { createOneDriveControl, type OneDriveControl } from '../../../src/control';
import type { RunningEmulator } from '../../../src/emulator/node/start-emulator';
import {
  isAsking,
  isSettled,
  type FolderReference,
  type TransferTask,
  type UploadOptions,
  type UploadSource,
} from '../../../src/transfer';
import { createLeapingEnvironment, type LeapingEnvironment } from './leaping-environment';
import type { Asked, Subject } from './oracle';
import { plainFetch } from './plain-fetch';
import { secretsIn, createSteering, toldBy } from './steering';
import { watchRows } from './watch-rows';
import { httpWire } from './wire';

// What is loaded when it is needed is there beforehand: how long that takes is nobody's fault.
await Promise.all([
  import('../../../src/control/preflight-ports'),
  import('../../../src/transfer/queue'),
  import('../../../src/transfer/zip'),
]);

const USER = 'work@contoso.example';
const CONSOLE = ['debug', 'log', 'info', 'warn', 'error'] as const;

/** Which request goes wrong, and how; the emulator's own words (docs/emulator.md, "Faults"). */
export interface FaultScript {
  readonly match: { readonly method?: string; readonly path?: string; readonly origin?: 'login' | 'bytes' };
  readonly phase: 'before' | 'during' | 'after';
  readonly effect: { readonly kind: string; readonly [name: string]: unknown };
  readonly nth?: number;
  readonly times?: number;
}

/** A control in front of an emulated drive, which is empty, over real HTTP. */
export interface Scene extends Subject {
  readonly control: OneDriveControl;
  readonly environment: LeapingEnvironment;
  readonly root: FolderReference;
  readonly asked: Asked[];
  readonly script: (...faults: readonly FaultScript[]) => Promise<void>;
  /** `/_emulator/…`. */
  readonly steer: (method: string, path: string, body?: unknown) => Promise<Response>;
  /** As another client would, without the control. */
  readonly other: (
    method: string,
    path: string,
    body?: BodyInit,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  readonly upload: (files: readonly File[], options?: UploadOptions) => void;
  readonly uploadSources: (sources: readonly UploadSource[], options?: UploadOptions) => void;
  /** Leaps until nothing runs or waits any more. */
  readonly rest: () => Promise<readonly TransferTask[]>;
}

export interface SceneOptions {
  /** Whose drive it is; the account for work unless told. */
  readonly user?: string;
  /** Milliseconds that the clock of the page is ahead. */
  readonly clockAhead?: number;
  /** The page gives the same token until it is told that it was refused. */
  readonly keepsToken?: boolean;
  /** Who signs the user in, where that is not the page itself. It reads `Date`, which leaps: it must be a fake one. */
  readonly signIn?: SignIn;
}

export type SignIn = (door: {
  readonly origin: string;
  readonly steer: Scene['steer'];
  readonly environment: LeapingEnvironment;
  readonly user: string;
}) => Promise<GetAccessToken>;

export async function openScene(
  emulator: RunningEmulator,
  { user = USER, clockAhead = 0, keepsToken = false, signIn }: SceneOptions = {},
): Promise<Scene> {
  const origin = emulator.loginOrigin;
  const steer = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const answer = await plainFetch(`${origin}/_emulator/${path}`, init);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const steering = createSteering({ origin, steer, other: plainFetch }, user);
  await steering.reset();
  const secrets: string[] = [];
  const told: string[] = [];
  const spies = CONSOLE.map((name) =>
    vi.spyOn(console, name).mockImplementation((...words) => void told.push(words.map(String).join(' '))),
  );
  const environment = createLeapingEnvironment({
    wire: httpWire,
    clockAhead,
    leapDate: signIn && ((milliseconds) => vi.setSystemTime(Date.now() + milliseconds)),
    onLeap: steering.advance,
    onAnswer: (body) => secrets.push(...secretsIn(body)),
  });
  const kept = new Map<string, Promise<string>>();
  const issue = async (scope: string) => {
    const token = await steering.tokenFor(scope);
    secrets.push(token);
    return token;
  };
  const getAccessToken: GetAccessToken = ({ scopes, forceRefresh }) => {
    const scope = scopes.join(' ');
    const token = (!forceRefresh && keepsToken && kept.get(scope)) || environment.during(() => issue(scope));
    kept.set(scope, token);
    return token;
  };
  const control = createOneDriveControl({
    getAccessToken: (await signIn?.({ origin, steer, environment, user })) ?? getAccessToken,
    graphRoot: `${origin}/v1.0`,
    environment,
    onTelemetry: (event) => told.push(JSON.stringify(event)),
  });
  await environment.leapUntil(() =>
    ['complete', 'failed'].includes(control.folder.state.get().listing.status),
  );
  const root = control.folder.state.get().path.at(-1);
  if (!root) throw new Error('The drive has no root.');
  // From here on what is given stands in the list at once.
  await control.transfers.upload([], root);
  const { transfers } = control;
  const asked: Asked[] = [];
  const tell = transfers.tasks.subscribe(() => told.push(toldBy(transfers.tasks.get())));
  const uploadSources = (sources: readonly UploadSource[], options: UploadOptions = {}) => {
    const onStarted = (taskIds: readonly string[]) => {
      const files = sources.flatMap((source) => (source.kind === 'file' ? [source.file] : []));
      const { conflictBehavior: takenName } = options;
      files.forEach((file, index) => asked.push({ taskId: taskIds[index] ?? '', file, takenName }));
    };
    void transfers.upload(sources, root, { ...options, onStarted });
  };
  return {
    control,
    transfers,
    environment,
    root,
    asked,
    secrets,
    told: () => told.join('\n'),
    rows: watchRows(transfers, environment),
    truth: () => steering.truth(root.driveId),
    contentOf: steering.contentOf,
    clearFaults: steering.clearFaults,
    steer,
    script: async (...faults) => {
      if (faults.some(({ effect }) => effect.kind === 'stall')) environment.expectStalls();
      await steering.script(faults);
    },
    other: steering.other,
    upload: (files, options) =>
      uploadSources(
        files.map((file) => ({ kind: 'file', file, path: [] })),
        options,
      ),
    uploadSources,
    rest: async () => {
      await environment.leapUntil(() => transfers.tasks.get().every(isResting));
      return transfers.tasks.get();
    },
    end: () => {
      tell();
      control.dispose();
      for (const spy of spies) spy.mockRestore();
    },
  };
}

function isResting({ state }: TransferTask): boolean {
  return isSettled(state) || isAsking(state) || state.status === 'paused';
}
