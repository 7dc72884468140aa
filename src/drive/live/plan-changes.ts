import type { DriveChange, DriveItem, ItemReference } from '../../graph';
import type { FolderChange, FolderState, PathFolder } from '../folder-browser';
import { isSameDrive, isSameItem } from '../item-key';

/** How much of the open folder was changed by others. */
export interface ChangeCount {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What to make of what was told. */
export interface ChangePlan {
  /** To be shown now. */
  readonly apply: Required<FolderChange>;
  /** What this control has changed a moment ago is told otherwise: the item itself says what is true. */
  readonly doubtful: readonly DriveChange[];
  readonly count: ChangeCount;
  /** The open folder itself is there no longer. */
  readonly isFolderGone: boolean;
}

type Shown = Pick<FolderState, 'path' | 'items'>;

/** @param hasWritten whether this control has changed the item a moment ago */
export function planChanges(
  { path, items }: Shown,
  told: readonly DriveChange[],
  hasWritten: (id: string) => boolean,
): ChangePlan {
  const folder = path.at(-1);
  // An item may be told of twice: the last time is right.
  const changes = new Map(told.map((change) => [change.item.id, change]));
  const shown = findShown(items, changes);
  const plan = { changed: [] as DriveItem[], removed: [] as string[], doubtful: [] as DriveChange[] };
  const count = { added: 0, changed: 0, removed: 0 };
  for (const change of changes.values()) {
    const before = shown.get(change.item.id);
    const isHere = folder !== undefined && !change.isDeleted && liesIn(change.item, folder);
    const item = isHere && before ? keepWhatIsKnown(before, change.item) : change.item;
    if (hasWritten(item.id) && isContrary(before, isHere ? item : undefined)) {
      plan.doubtful.push(change);
    } else if (isHere) {
      const effect = effectOf(before, item);
      if (effect === 'none') continue;
      plan.changed.push(item);
      if (effect !== 'silent') count[effect] += 1;
    } else {
      if (change.isDeleted) plan.removed.push(item.id);
      else plan.changed.push(item);
      if (before) count.removed += 1;
    }
  }
  const { changed, removed, doubtful } = plan;
  return {
    apply: { changed, removed, path: renamedPath(path, changes), told: true },
    doubtful,
    count,
    isFolderGone: folder !== undefined && isGone(folder, changes),
  };
}

function findShown(
  items: readonly DriveItem[],
  changes: ReadonlyMap<string, DriveChange>,
): ReadonlyMap<string, DriveItem> {
  return new Map(items.filter(({ id }) => changes.has(id)).map((item) => [item.id, item]));
}

function liesIn({ driveId, parentReference }: DriveItem, folder: ItemReference): boolean {
  return parentReference.id === folder.id && isSameDrive({ driveId }, folder);
}

/** Whether it is told to be elsewhere, or called otherwise, than it is shown. */
function isContrary(before: DriveItem | undefined, item: DriveItem | undefined): boolean {
  return before?.name !== item?.name;
}

function effectOf(before: DriveItem | undefined, item: DriveItem): 'added' | 'changed' | 'silent' | 'none' {
  if (!before) return 'added';
  // Of a folder the eTag tells little: what lies in it is counted in it.
  const isCounted = before.folder?.childCount === item.folder?.childCount && before.size === item.size;
  if (before.eTag === item.eTag && before.name === item.name && isCounted) return 'none';
  return before.name !== item.name || !item.folder ? 'changed' : 'silent';
}

/** Delta may leave out what it was asked for. It tells neither of pictures nor, on work drives, of cTags; now and then it tells a name in percent signs. */
function keepWhatIsKnown(before: DriveItem, item: DriveItem): DriveItem {
  const isSameContent = item.cTag === undefined ? before.size === item.size : item.cTag === before.cTag;
  return {
    ...item,
    name: isEncoded(item.name, before.name) ? before.name : item.name,
    publication: item.publication ?? before.publication,
    thumbnails: item.thumbnails ?? (isSameContent ? before.thumbnails : undefined),
  };
}

function isEncoded(name: string, plain: string): boolean {
  try {
    return name !== plain && decodeURIComponent(name) === plain;
  } catch {
    return false;
  }
}

/** `undefined` where every folder on the way is called as before. */
function renamedPath(
  path: readonly PathFolder[],
  changes: ReadonlyMap<string, DriveChange>,
): readonly PathFolder[] | undefined {
  const renamed = path.map((folder) => {
    const { item, isDeleted } = changes.get(folder.id) ?? {};
    // The top has the interface's name.
    if (!item || isDeleted || item.root || folder.name === '' || !isSameItem(item, folder)) return folder;
    return isEncoded(item.name, folder.name) || item.name === folder.name || item.name === ''
      ? folder
      : { ...folder, name: item.name };
  });
  return renamed.some((folder, index) => folder !== path[index]) ? renamed : undefined;
}

function isGone(folder: PathFolder, changes: ReadonlyMap<string, DriveChange>): boolean {
  const change = changes.get(folder.id);
  return change?.isDeleted === true && isSameDrive(change.item, folder);
}
