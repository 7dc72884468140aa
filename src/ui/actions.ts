export { ACTIONS, type Action } from '../host';
