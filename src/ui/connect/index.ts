import { later } from '../later';
import { ViewSkeleton } from '../view-skeleton';

export { AccountMenu } from './account-menu';

export const ConnectCard = later(async () => (await import('./connect-card')).ConnectCard, ViewSkeleton);
export const ReconnectBar = later(async () => (await import('./reconnect-bar')).ReconnectBar);
export const AccountPanel = later(async () => (await import('./account/account-panel')).AccountPanel);
export const AccountDialog = later(async () => (await import('./account/account-dialog')).AccountDialog);
