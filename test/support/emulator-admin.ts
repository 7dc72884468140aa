import type { APIRequestContext } from '@playwright/test';
import type { AccountChange, AppRegistration } from '../../src/emulator/identity';

/** The all-knowing side of the emulator: what a test may set up, and what really happened. */
export interface EmulatorAdmin {
  reset(): Promise<void>;
  faults(faults: readonly object[]): Promise<void>;
  clearFaults(): Promise<void>;
  advanceClock(milliseconds: number): Promise<void>;
  token(user: string, scope?: string): Promise<string>;
  /** Whether the sign-in pages part their window from the one that opened it. */
  openerPolicy(coop: 'asked' | 'always' | 'never'): Promise<void>;
  /** What the organisation allows. */
  policy(policy: { readonly anonymousLinks: boolean }): Promise<void>;
  /** Adds redirect addresses, and changes what else is named. */
  registerApp(app: AppRegistration): Promise<void>;
  /** Changes what an account may do. */
  changeAccount(change: AccountChange): Promise<void>;
  state(): Promise<unknown>;
  log(): Promise<readonly LogEntry[]>;
}

interface LogEntry {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly status: number;
}

export function createEmulatorAdmin(request: APIRequestContext, origin: string): EmulatorAdmin {
  const call = async (method: string, path: string, data?: unknown) => {
    const response = await request.fetch(`${origin}/_emulator/${path}`, {
      method,
      ...(data !== undefined && { data }),
    });
    if (!response.ok())
      throw new Error(`${method} /_emulator/${path}: ${response.status()} ${await response.text()}`);
    return response;
  };
  return {
    reset: async () => void (await call('POST', 'reset')),
    faults: async (faults) => void (await call('POST', 'faults', faults)),
    clearFaults: async () => void (await call('DELETE', 'faults')),
    advanceClock: async (advance) => void (await call('POST', 'clock', { advance })),
    token: async (user, scope = 'Files.ReadWrite') => {
      const json = await (await call('GET', `token?user=${encodeURIComponent(user)}&scope=${scope}`)).json();
      return json.access_token;
    },
    openerPolicy: async (coop) => void (await call('POST', 'policy', { coop })),
    policy: async (policy) => void (await call('POST', 'policy', policy)),
    registerApp: async (app) => void (await call('POST', 'apps', app)),
    changeAccount: async (change) => void (await call('POST', 'accounts', change)),
    state: async () => (await call('GET', 'state')).json(),
    log: async () => (await call('GET', 'log')).json(),
  };
}
