import type { Environment } from './environment';
import { sleep } from './sleep';

/**
 * One gate for each host: while a Retry-After runs, nobody sends. JSON calls and byte transfers ask the same
 * gate, because the service counts them together (onedrive-api-docs, scan guidance: pause all requests).
 */
export interface ThrottleGate {
  /** Resolves when a request to this host may go out. @throws OneDriveError `cancelled` */
  pass(host: string, signal?: AbortSignal): Promise<void>;
  /** Closes the gate of a host for some milliseconds; a shorter time never opens it earlier. */
  close(host: string, milliseconds: number): void;
  /** When the host's gate opens (epoch milliseconds), or `undefined` if it is open. */
  opensAt(host: string): number | undefined;
  /** Told whenever a host's gate is closed, until when (epoch milliseconds). Returns the function that ends it. */
  onClose(listener: (until: number) => void): () => void;
}

export function createThrottleGate(environment: Pick<Environment, 'now' | 'after'>): ThrottleGate {
  const opens = new Map<string, number>();
  const listeners = new Set<(until: number) => void>();
  const opensAt = (host: string) => {
    const time = opens.get(host);
    return time !== undefined && time > environment.now() ? time : undefined;
  };
  return {
    opensAt,
    close: (host, milliseconds) => {
      const time = environment.now() + milliseconds;
      const until = Math.max(time, opens.get(host) ?? 0);
      opens.set(host, until);
      for (const listener of listeners) listener(until);
    },
    onClose: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    pass: async (host, signal) => {
      for (let time = opensAt(host); time !== undefined; time = opensAt(host)) {
        // The gate may have been closed for longer meanwhile, so it is asked again after every wait.
        // oxlint-disable-next-line no-await-in-loop
        await sleep(environment, time - environment.now(), signal);
      }
    },
  };
}
