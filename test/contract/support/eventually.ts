import { realTenant } from './real-tenant';

const PATIENCE = 60_000;
const PAUSE = 5_000;

/**
 * Does what the service shows a while after it was written (protocol 7.5): on a tenant again and again
 * until it succeeds or a minute has passed, on the emulator once.
 */
export async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  const end = Date.now() + (realTenant === undefined ? 0 : PATIENCE);
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() >= end) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
