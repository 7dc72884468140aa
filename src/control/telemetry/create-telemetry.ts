import type { Auth } from '../../auth';
import { loadCode, type Environment, type Happening, type Report, type Telemetry } from '../../lib';
import type { TransferQueue } from '../../transfer';
import type { TelemetryCounters } from './counters';

/** What the control tells those who operate it. */
export interface ControlTelemetry {
  /** Hears every event from now on; returns the function that ends it. */
  readonly listen: (listener: Telemetry) => () => void;
  /** What has been counted by now. */
  readonly counters: () => Promise<TelemetryCounters>;
}

export interface Followed {
  readonly auth: Pick<Auth, 'connection'>;
  readonly transfers: Pick<TransferQueue, 'tasks'>;
}

interface OwnTelemetry extends ControlTelemetry {
  readonly report: Report;
  /** Follows what tells of itself; returns the function that ends it. */
  readonly follow: (followed: Followed) => () => void;
}

/** Keeps what happens until the code is there that makes events of it: the first rows do not wait for that. */
export function createTelemetry(environment: Pick<Environment, 'now'>, first?: Telemetry): OwnTelemetry {
  const listeners = new Set(first && [first]);
  const early: Happening[] = [];
  let report: Report = (happening) => void early.push(happening);
  const load = async () => {
    const { createTeller } = await loadCode(import('./teller'));
    const teller = createTeller(listeners, environment);
    early.splice(0).forEach(teller.report);
    report = teller.report;
    return teller;
  };
  const teller = load();
  // Without its code nothing is told, and nothing is kept for it.
  teller.catch(() => {
    report = () => early.splice(0);
  });
  return {
    report: (happening) => report(happening),
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    counters: async () => (await teller).counters(),
    follow: (followed) => {
      const following = teller.then(
        ({ follow }) => follow(followed),
        () => () => {},
      );
      return () => void following.then((end) => end());
    },
  };
}
