export type { GraphOptions, GraphPorts, EmulatedGraph } from './graph-ports';
export { createEmulatedGraph } from './emulated-graph';
export { documentedLimits, limitStatuses } from './throttling/limits';
export type { LedgerEntry } from './ledger';
export type { Limits } from './throttling/limits';
