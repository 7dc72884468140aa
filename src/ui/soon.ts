/**
 * What is wanted as soon as the first rows are there, in one file: each part with one of its own would have what it
 * shares with the first screen cut out of that, and the first screen would come in many small pieces.
 */
export { ActionKeys, ListMenu } from './actions';
export { CommandBar } from './command-bar/command-bar';
export { KeepTabster } from './command-bar/keep-tabster';
export { ListingProgress } from './list-states/listing-progress';
