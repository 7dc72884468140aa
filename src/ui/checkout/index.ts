export { CheckInDialog } from './check-in-dialog';
export { DiscardDialog } from './discard-dialog';
