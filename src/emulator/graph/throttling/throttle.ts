import type { Caller } from '../../caller';
import { GraphError } from '../protocol/graph-error';
import type { Limits } from './limits';
import { createMeter, type Meter } from './meter';

type Headers = Readonly<Record<string, string>>;
type Transfer = 'ingress' | 'egress';

/** Counts who asks for how much, and refuses what goes beyond the limits. What is refused counts too. */
export interface Throttle {
  /** Counts anew under other limits, or under none. */
  limit(limits: Limits | undefined): void;
  /**
   * Counts a call, the bytes it brings included. The headers belong into its answer.
   * @throws GraphError 429 or 503, or 509 where it is the bytes
   */
  chargeCall(caller: Caller, cost: { readonly units: number; readonly bytes: number }): Headers;
  /**
   * Counts a request to a preauthenticated URL, of which only the user is known.
   * @throws GraphError 429 or 503, or 509 when too many bytes went that way before
   */
  chargeRequest(user: string, transfer: Transfer): void;
  countBytes(user: string, transfer: Transfer, bytes: number): void;
  /** For oracles. */
  state(): object;
}

/** The documented share of the budget from which on answers tell what is left of it. */
const TOLD_FROM = 0.8;
const MINUTE = 60;
const DAY = 86_400;

interface Meters {
  readonly limits: Limits;
  readonly applications: Map<string, { readonly minute: Meter; readonly day: Meter }>;
  readonly users: Map<string, { readonly requests: Meter } & Readonly<Record<Transfer, Meter>>>;
}

export function createThrottle(now: () => number, initial: Limits | undefined): Throttle {
  let meters = createMeters(initial);

  const applicationOf = ({ limits, applications }: Meters, { clientId, tenantId }: Caller) =>
    obtain(applications, `${clientId} in ${tenantId}`, () => ({
      minute: createMeter(limits.unitsPerMinute, MINUTE, now),
      day: createMeter(limits.unitsPerDay, DAY, now),
    }));
  const userOf = ({ limits, users }: Meters, user: string) =>
    obtain(users, user, () => ({
      requests: createMeter(limits.requestsPerFiveMinutes, 5 * MINUTE, now),
      ingress: createMeter(limits.ingressPerHour, 60 * MINUTE, now),
      egress: createMeter(limits.egressPerHour, 60 * MINUTE, now),
    }));

  return {
    limit(limits) {
      meters = createMeters(limits);
    },
    chargeCall(caller, { units, bytes }) {
      if (meters === undefined || units === 0) return {};
      const { minute, day } = applicationOf(meters, caller);
      const { requests, ingress } = userOf(meters, caller.oid);
      const wait = charge([
        [minute, units],
        [day, units],
        [requests, 1],
      ]);
      const headers = minute.used() >= TOLD_FROM * minute.limit ? rateLimit(minute) : {};
      if (wait > 0) throw throttled(meters.limits.status, wait, headers);
      if (bytes > 0) refuseBeyond(ingress);
      ingress.use(bytes);
      return headers;
    },
    chargeRequest(user, transfer) {
      if (meters === undefined) return;
      const known = userOf(meters, user);
      const wait = charge([[known.requests, 1]]);
      if (wait > 0) throw throttled(meters.limits.status, wait);
      refuseBeyond(known[transfer]);
    },
    countBytes(user, transfer, bytes) {
      if (meters !== undefined) userOf(meters, user)[transfer].use(bytes);
    },
    state: () => (meters === undefined ? { limits: null } : stateOf(meters)),
  };
}

function createMeters(limits: Limits | undefined): Meters | undefined {
  return limits && { limits, applications: new Map(), users: new Map() };
}

function obtain<T>(map: Map<string, T>, key: string, create: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = create();
  map.set(key, made);
  return made;
}

/** The seconds to wait, and 0 where every meter had something left. */
function charge(costs: readonly (readonly [Meter, number])[]): number {
  const refused = costs.some(([meter]) => meter.wait() > 0);
  for (const [meter, amount] of costs) meter.use(amount);
  return refused ? Math.max(...costs.map(([meter]) => meter.wait())) : 0;
}

function refuseBeyond(transfer: Meter): void {
  const wait = transfer.wait();
  if (wait > 0) throw throttled(509, wait);
}

function rateLimit(meter: Meter): Headers {
  return {
    'RateLimit-Limit': String(meter.limit),
    'RateLimit-Remaining': String(Math.max(0, meter.limit - meter.used())),
    'RateLimit-Reset': String(meter.reset()),
  };
}

function throttled(status: 429 | 503 | 509, wait: number, headers: Headers = {}): GraphError {
  const code = status === 503 ? 'serviceNotAvailable' : 'activityLimitReached';
  return new GraphError(status, code, 'The request has been throttled', {
    inner: 'throttledRequest',
    headers: { ...headers, 'Retry-After': String(wait) },
  });
}

function stateOf({ limits, applications, users }: Meters): object {
  return {
    limits,
    applications: [...applications].map(([name, { minute, day }]) => ({
      name,
      unitsThisMinute: minute.used(),
      unitsThisDay: day.used(),
    })),
    users: [...users].map(([id, { requests, ingress, egress }]) => ({
      id,
      requestsTheseFiveMinutes: requests.used(),
      ingressThisHour: ingress.used(),
      egressThisHour: egress.used(),
    })),
  };
}
