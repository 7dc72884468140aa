export { TransferPanel } from './transfer-panel';
