export { ErrorNotice } from './error-notice';
export { ErrorDetails, WindowErrorHelp } from './parts';
