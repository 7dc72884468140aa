import { tellHost, type Environment, type Report, type Telemetry, type TelemetryEvent } from '../../lib';
import { countEvent, NOTHING_COUNTED, type TelemetryCounters } from './counters';
import type { Followed } from './create-telemetry';
import { followConnection } from './follow-connection';
import { followTransfers } from './follow-transfers';
import { createRenewalWatch, followSignIn } from './follow-sign-ins';
import { followRequest, tellRetry } from './follow-request';

interface Teller {
  readonly report: Report;
  readonly counters: () => TelemetryCounters;
  readonly follow: (followed: Followed) => () => void;
}

/** Makes events of what happens, counts them, and tells them. */
export function createTeller(
  listeners: ReadonlySet<Telemetry>,
  environment: Pick<Environment, 'now'>,
): Teller {
  let counters = NOTHING_COUNTED;
  const tellAll = (event: TelemetryEvent) => {
    counters = countEvent(counters, event);
    for (const listener of listeners) tellHost(listener, event);
  };
  const watchRenewal = createRenewalWatch(tellAll);
  const report: Report = (happening) => {
    switch (happening.name) {
      case 'signing-in':
        return void followSignIn(happening, tellAll, environment);
      case 'asking-token':
        return void watchRenewal(happening.done);
      case 'requesting':
        return void followRequest(happening, tellAll);
      case 'retrying':
        return tellRetry(happening, tellAll);
      default:
        return tellAll(happening);
    }
  };
  return {
    report,
    counters: () => counters,
    follow: ({ auth, transfers }) => {
      const ends = [followConnection(auth, report), followTransfers(transfers, report, environment)];
      return () => ends.forEach((end) => end());
    },
  };
}
