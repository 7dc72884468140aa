export { createPreflight, type Preflight } from './preflight';
