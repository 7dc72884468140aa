export type { GraphOptions, GraphPorts, EmulatedGraph } from './graph-ports';
export { createEmulatedGraph } from './emulated-graph';
