export { ClashDialog } from './clash-dialog';
export { OperationLines } from './operation-lines';
