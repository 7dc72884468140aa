/** How it may refuse; the service does it either way. */
export const limitStatuses = [429, 503] as const;

/** What the service grants before it throttles (protocol 7.4). */
export interface Limits {
  /** Resource units of an application in a tenant. */
  readonly unitsPerMinute: number;
  readonly unitsPerDay: number;
  /** Of a user, by whatever application. */
  readonly requestsPerFiveMinutes: number;
  /** Bytes of a user, up and down. */
  readonly ingressPerHour: number;
  readonly egressPerHour: number;
  readonly status: (typeof limitStatuses)[number];
}

const GB = 1000 ** 3;

/** As documented, for an organisation with up to a thousand licences. */
export const documentedLimits: Limits = {
  unitsPerMinute: 1250,
  unitsPerDay: 1_200_000,
  requestsPerFiveMinutes: 3000,
  ingressPerHour: 50 * GB,
  egressPerHour: 100 * GB,
  status: 429,
};
