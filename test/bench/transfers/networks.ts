/** The way between the browser and the service. */
export interface Network {
  readonly label: string;
  /** Milliseconds there and back. */
  readonly roundTrip: number;
  /** Upwards; what comes back is small. */
  readonly megabitsPerSecond: number | undefined;
}

/** A desk beside the server, a good line, a line over an ocean. */
export const NETWORKS: readonly Network[] = [
  { label: '0 ms, unlimited', roundTrip: 0, megabitsPerSecond: undefined },
  { label: '30 ms, 200 Mbit/s', roundTrip: 30, megabitsPerSecond: 200 },
  { label: '150 ms, 100 Mbit/s', roundTrip: 150, megabitsPerSecond: 100 },
];
