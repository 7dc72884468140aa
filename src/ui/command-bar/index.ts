export { CommandBar } from './command-bar';
export { FilterBox } from './filter-box';
