export type { GraphOptions, GraphPorts } from './graph-ports';
export { createGraphService } from './graph-service';
