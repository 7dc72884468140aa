/**
 * What the demo drives are built from. It stands beside the folders because, to the linter, a path
 * from one folder to `../graph` is the product's graph layer.
 */
export { generatedContent } from './graph/content';
export { createDrive, type Drive } from './graph/drive';
export type { GraphOptions } from './graph/graph-ports';
export { createSequence, driveKey } from './graph/ids';
export type { FileItem, FolderItem, Item, Person } from './graph/model';
