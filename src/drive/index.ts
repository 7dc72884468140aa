export {
  isDoor,
  type DriveItem,
  type Elsewhere,
  type FieldValue,
  type FileVersion,
  type ItemFacts,
  type ItemReference,
  type Party,
  type Permission,
  type Search,
  type SharingLink,
} from '../graph';
export { AGES } from './age';
export {
  COLUMN_IDS,
  COLUMN_WIDTH,
  DEFAULT_ARRANGEMENT,
  GROUPINGS,
  LAYOUTS,
  TILE_SIZE,
  type Arrangement,
  type Column,
  type ColumnId,
  type FirstView,
  type Grouping,
  type Layout,
} from './arrangement';
export { isField, type FieldId } from './field-id';
export type { LibraryState } from './library/library-state';
export { moveColumn, resizeColumn, resizeTiles, toggleColumn } from './rearrange';
export { extensionOf, fileTypeOf, isFileType, type FileType } from './file-type';
export { isFiltering, NO_FILTERS, type Filters } from './filters';
export { passesFilters } from './passes-filters';
export { groupRows, type RowGroup } from './group-rows';
export { baseLength, findNameProblem, nameKey, repairName, type NameProblem } from '../graph';
export { createPanes, type Panes } from './panes';
export type { DriveAct, ChangeMade, DriveCommands, ItemOutcome, MomentaryAct, NamedItem } from './commands';
export type {
  CollectionNote,
  FolderBrowser,
  FolderPlace,
  FolderState,
  Listing,
  PathFolder,
} from './folder-browser';
export {
  EMPTY_SELECTION,
  isSelected,
  pruneSelection,
  selectAll,
  selectAlso,
  selectedCount,
  selectedItems,
  selectOnly,
  selectRange,
  toggleSelected,
  type Selection,
} from './selection';
export {
  compareItems,
  DEFAULT_SORT,
  isFolder,
  mergeSorted,
  nextSort,
  SORT_COLUMNS,
  type Sort,
  type SortColumn,
} from './sort';
export { createDriveCommands } from './drive-commands';
export {
  carryOut,
  createLaterOperations,
  createOperations,
  summarizeOperation,
  type ClashAnswer,
  type Deed,
  type Operation,
  type Operations,
  type OperationsOptions,
  type OperationSummary,
} from './operations';
export {
  createDetails,
  type Activity,
  type ActivityEvent,
  type Details,
  type ItemField,
  type ViewCounts,
  type FollowingSection,
  type Section,
} from './details';
export { LETTER_CASES, planRenames, type LetterCase, type PlannedRename, type RenameRule } from './renaming';
export { createDriveRequests, type DriveRequests } from './drive-requests';
export { openElsewhere } from './elsewhere/open-elsewhere';
export type { ElsewhereRequests, RecycleBins } from './elsewhere/elsewhere-requests';
export { folderKey } from './folder-key';
export { isFromManyFolders, searchOf } from './search-of';
export { namesAbove } from './elsewhere/search/names-above';
export { searchWords } from './elsewhere/search/search-words';
export { changeDeleted } from './deleted-items';
export { toPathFolder } from './resolve-path';
export { createFolderBrowser } from './create-folder-browser';
export {
  createDriveFeed,
  createKeptListings,
  createReadAhead,
  createReadChanges,
  followDrive,
  keepListings,
  wipeKeptListings,
  type ChangeCount,
  type DriveFeed,
  type KeptListings,
  type ReadAhead,
} from './live';
export { isAccepted, parseAccept } from './accept';
export { extensionOfMimeType, mimeTypeOfName } from './mime-types';
export { awaitItems, settleAwaited } from './await-items';
export { createPicker } from './create-picker';
export { findPlaceRefusal, isIn, type PlaceRefusal } from './find-place-refusal';
export { isSameDrive, isSameItem, itemKey } from './item-key';
export { locateItem, type LocatedItem } from './locate-item';
export { findCountRefusal, folderCheckOf, isCounting, picksFilesBelow } from './pick-questions';
export { canBeOpened, findPickRefusal, type PickRefusal, type PickRules } from './pick-rules';
export {
  createContents,
  neighboursOf,
  type Contents,
  type FileContent,
  type Neighbours,
  type Previews,
} from './preview';
export type { Awaited, PickedItem, Picker, Picking, PickState } from './picker';
export {
  createLaterSharing,
  createSharing,
  defaultScope,
  parseAddresses,
  withoutRefused,
  type AccessEntry,
  type AddressToken,
  type ChangedRole,
  type ItemSharing,
  type LinkScope,
  type LinkType,
  type LinkWish,
  type MadeLink,
  type OptionRefusal,
  type OptionRefusals,
  type Sharing,
  type SharingOption,
} from './sharing';
