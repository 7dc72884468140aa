export { AccountMenu } from './account-menu';
export { ConnectCard } from './connect-card';
export { ReconnectBar } from './reconnect-bar';
