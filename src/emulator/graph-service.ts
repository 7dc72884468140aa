/** The Graph part's door, for the parts of the emulator beside it. */
export { createGraphService } from './graph';
export type { GraphPorts, GraphService } from './graph/graph-ports';
