export { SaveTray } from './save-tray';
