/** What only folders need that somebody has arranged, or is about to, in one file. */
export { ColumnTools } from './column-tools';
export { LibraryField } from './library-field';
export { GroupHeading } from './group-heading';
export { Tiles } from './tiles';
