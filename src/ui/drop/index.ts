export { Drop } from './drop';
