/** What the demo drives are built from: the drive model without the service, which is seeded by them. */
export { listColumn, PLAIN_TEXT, type FieldValue, type ListColumn } from './graph/model/columns';
export { createIntake, generatedContent } from './graph/model/content';
export { createDrive, type Drive } from './graph/model/drive';
export type { GraphOptions } from './graph/graph-ports';
export { createSequence, driveKey } from './graph/model/ids';
export { addPermission } from './graph/model/permissions';
export { makeSpecial } from './graph/model/special-folders';
export { newInvitation, newLink } from './graph/sharing/new-permission';
export { checkName, checkPathLength } from './graph/model/names';
export { personOf } from './graph/model/owner';
export { createLibrary, createSite, personalSite, type TeamSite } from './graph/model/site';
export type { FileItem, FolderItem, Item, LinkScope, Person } from './graph/model/model';
export type { Series } from './graph/model/series';
