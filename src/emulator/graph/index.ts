export type { GraphOptions, GraphPorts, EmulatedGraph } from './graph-ports';
export { createEmulatedGraph } from './emulated-graph';
export { documentedLimits, limitStatuses } from './throttling/limits';
export { dressAs, refuseByStatus } from './refuse-by-status';
export type { HostPorts } from './refuse-by-status';
export type { LedgerEntry } from './ledger';
export type { Limits } from './throttling/limits';
