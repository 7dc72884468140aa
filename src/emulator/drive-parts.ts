/** What the demo drives are built from: the drive model without the service, which is seeded by them. */
export { generatedContent } from './graph/content';
export { createDrive, type Drive } from './graph/drive';
export type { GraphOptions } from './graph/graph-ports';
export { createSequence, driveKey } from './graph/ids';
export type { FileItem, FolderItem, Item, Person } from './graph/model';
