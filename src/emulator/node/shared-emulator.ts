import type { RunningEmulator, StartOptions } from './start-emulator';

/** One use of the running emulator; it ends when the last use is over. */
export interface EmulatorLease {
  readonly emulator: RunningEmulator;
  release(): Promise<void>;
}

interface Shared {
  readonly emulator: Promise<RunningEmulator>;
  uses: number;
}

const REGISTRY = Symbol.for('onedrive-control.emulators');

/**
 * Starts the emulator for these ports, or joins the one this process already runs. When Vite
 * restarts after a change of its configuration, the new server begins before the old one ends,
 * and the configuration's modules are loaded anew: the registry must outlive both.
 */
export async function leaseEmulator(
  options: StartOptions & { readonly port: number; readonly bytesPort: number },
  start: (options: StartOptions) => Promise<RunningEmulator>,
): Promise<EmulatorLease> {
  const key = `${options.port} ${options.bytesPort}`;
  const registry = sharedRegistry();
  const shared = registry.get(key) ?? { emulator: start(options), uses: 0 };
  registry.set(key, shared);
  shared.uses += 1;
  const leave = (): boolean => {
    shared.uses -= 1;
    if (shared.uses > 0) return false;
    if (registry.get(key) === shared) registry.delete(key);
    return true;
  };
  try {
    const emulator = await shared.emulator;
    let released = false;
    return {
      emulator,
      release: async () => {
        if (released) return;
        released = true;
        if (leave()) await emulator.close();
      },
    };
  } catch (error) {
    leave();
    throw error;
  }
}

function sharedRegistry(): Map<string, Shared> {
  const host: typeof globalThis & { [REGISTRY]?: Map<string, Shared> } = globalThis;
  host[REGISTRY] ??= new Map();
  return host[REGISTRY];
}
