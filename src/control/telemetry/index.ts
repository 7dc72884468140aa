export type { TelemetryCounters } from './counters';
export { createTelemetry, type ControlTelemetry } from './create-telemetry';
export { watchAuth } from './watch-auth';
