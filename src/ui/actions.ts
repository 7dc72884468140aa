export { ACTIONS, type Action, type ControlMode } from '../host';
