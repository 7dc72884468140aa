export { WatchChanges } from './watch-changes';
