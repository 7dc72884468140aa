export { mayBeRefused } from './name-check';
export { createPreflight, type Preflight } from './preflight';
