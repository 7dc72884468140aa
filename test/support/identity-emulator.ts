import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { AccountChange, AppRegistration } from '../../src/emulator/identity';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node/start-emulator';
import { CLIENT_ID, REDIRECT_URI } from './identity-client';
import { createStubGraph } from './stub-graph';

/** An emulator without drives, on free ports, that knows the test client. */
export async function startIdentityEmulator(): Promise<RunningEmulator> {
  const emulator = await startEmulator({ port: 0, bytesPort: 0, createGraph: createStubGraph().create });
  emulator.registerApp({ clientId: CLIENT_ID, spa: [REDIRECT_URI] });
  return emulator;
}

export interface IdentityWorld {
  readonly login: string;
  register(registration: AppRegistration): void;
  changeAccount(change: AccountChange): Promise<Response>;
  advance(ms: number): Promise<Response>;
  /** `POST /_emulator/{name}`. */
  admin(name: string, body: unknown): Promise<Response>;
}

/** Starts one emulator for a test file, and forgets before each test what the last one did. */
export function useIdentityEmulator(): IdentityWorld {
  let emulator: RunningEmulator | undefined;
  const running = (): RunningEmulator => {
    if (emulator === undefined) throw new Error('The emulator runs only within tests.');
    return emulator;
  };
  const admin = (name: string, body: unknown): Promise<Response> =>
    fetch(`${running().loginOrigin}/_emulator/${name}`, { method: 'POST', body: JSON.stringify(body) });
  beforeAll(async () => {
    emulator = await startIdentityEmulator();
  });
  afterAll(() => running().close());
  beforeEach(async () => {
    await admin('reset', {});
  });
  return {
    get login() {
      return running().loginOrigin;
    },
    register: (registration) => running().registerApp(registration),
    changeAccount: (change) => admin('accounts', change),
    advance: (ms) => admin('clock', { advance: ms }),
    admin,
  };
}
