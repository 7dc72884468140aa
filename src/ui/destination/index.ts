export { DestinationDialog } from './destination-dialog';
