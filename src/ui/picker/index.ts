export { Picking } from './picking';
