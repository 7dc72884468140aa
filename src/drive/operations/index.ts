export type { ClashAnswer } from './follow-operation';
export { summarizeOperation } from './follow-operation';
export { carryOut } from './carry-out';
export { createOperations, type OperationsOptions } from './create-operations';
export { createLaterOperations } from './later-operations';
export type { Deed, Operation, OperationSummary } from './operation';
export type { Operations } from './operations';
