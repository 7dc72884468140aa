export { parseDownloadUrl, parseDriveItem, type DriveItem, type ItemReference } from './drive-item';
export { parseChangePage, parseDriveChange, type DriveChange } from './drive-change';
export type { FieldValue } from './field-value';
export { parseItemFields, type ItemFields } from './item-fields';
export { parseLibraryColumn, type LibraryColumn } from './library-column';
export { FACT_FIELDS, parseItemFacts, type ItemFacts } from './item-facts';
export { parseViews, type Views } from './item-activity';
export { parseVersion, type FileVersion } from './file-version';
export { parseDrive, type Drive } from './drive';
export {
  elsewhereKey,
  isDoor,
  type Below,
  type Collection,
  type Door,
  type Elsewhere,
  type Search,
} from './elsewhere';
export { parseNamed, type Named } from './named';
export { parsePointedItem } from './pointed-item';
export { parseSearchHits } from './search-hits';
export { errorFromAnswer, type FailedAnswer } from './errors';
export {
  parseUploadSession,
  parseUploadSessionStatus,
  type ExpectedRange,
  type UploadSession,
  type UploadSessionStatus,
} from './upload-session';
export { parseCopyStatus, type CopyStatus } from './copy-status';
export type { Access } from '../auth';
export { createGraph, type Graph } from './client';
export { firstPages } from './first-pages';
export { parsePreviewPage } from './preview-page';
export { parseWebDavUrl } from './web-dav-url';
export { pages } from './paging';
export { parseDriveOwner, parseUser } from './user';
export { createReach, driveKey, type Reach } from './reach';
export { childPath, itemPath, relativePath, rootPathOf } from './paths';
export { baseLength, findNameProblem, nameKey, repairName, type NamePlace, type NameProblem } from './names';
export {
  parsePermission,
  parsePerson,
  parseRefusedInvitations,
  type Party,
  type Permission,
  type RefusedInvitation,
  type SharingLink,
} from './permission';
