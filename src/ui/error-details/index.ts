export { ErrorNotice } from './error-notice';
export { ErrorDetails } from './parts';
