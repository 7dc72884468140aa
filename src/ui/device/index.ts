export { DeviceDialog } from './device-dialog';
