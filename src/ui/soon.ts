/**
 * What is wanted as soon as the first rows are there, in one file: each part with one of its own would have what it
 * shares with the first screen cut out of that, and the first screen would come in many small pieces.
 */
export { ActionKeys, ListMenu } from './actions';
export { CommandBar } from './command-bar/command-bar';
export { KeepTabster } from './command-bar/keep-tabster';
export { ColumnTools } from './file-list/column-tools';
export { GroupHeading } from './file-list/group-heading';
export { Tiles } from './file-list/tiles';
export { EmptyFolder } from './list-states/empty-folder';
export { EverythingHidden } from './list-states/everything-hidden';
export { NothingFound } from './list-states/nothing-found';
export { ListingProgress } from './list-states/listing-progress';
