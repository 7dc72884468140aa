export type { GraphOptions, GraphPorts, GraphService } from './graph-ports';
export { createGraphService } from './graph-service';
