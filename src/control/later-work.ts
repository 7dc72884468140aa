/** What the control does once the first rows are there: one file, because two would tear apart what both share with it. */
export { createDetails } from '../drive';
export { startOperations } from './start-operations';
