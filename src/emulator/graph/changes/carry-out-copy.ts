import { checkQuota } from '../bytes/open-sessions';
import { checkNotLocked, versionSeenBy, versionsSeenBy } from '../model/checkout';
import { makeFile, makeFolder, removeItem } from '../model/deeds';
import { MOST_VERSIONS, type Drive } from '../model/drive';
import type { Birth, Deed, FileItem, FolderItem, Item } from '../model/model';
import { checkPathLength, freeName } from '../model/names';
import { holdsMoreThan, sizeOf } from '../model/tree';
import { GraphError } from '../protocol/graph-error';
import type { ConflictBehavior } from '../protocol/query-options';
import type { World } from '../world';

/** In one call, the item itself among them (protocol 6.1). */
const MOST_COPIED = 30_000;

/** What is to be copied where. */
export interface CopyPlan {
  readonly drive: Drive;
  readonly folder: FolderItem;
  /** What was asked for, and what of it is copied: itself or its children. */
  readonly whole: Item;
  readonly sources: readonly CopySource[];
  /** What is hidden from who copies stays behind. */
  readonly isVisible: (item: Item) => boolean;
  readonly behavior: ConflictBehavior;
  readonly withHistory: boolean;
  readonly deed: Deed;
  /** It is the children of a folder: they go together or not at all. */
  readonly childrenOnly: boolean;
}

/** A drive has one shortcut to a folder only: a copy leaves them out. */
export type CopiedItem = FileItem | FolderItem;

interface CopySource {
  readonly item: CopiedItem;
  /** What the copy is called, if that is free. */
  readonly name: string;
}

interface Landing extends CopySource {
  readonly replaced: Item | undefined;
}

/** How it went, as the monitor tells it. */
export type CopyOutcome = { readonly resourceId: string } | { readonly error: object };

const NAME_EXISTS = { code: 'nameAlreadyExists', message: 'Name already exists' };

/** A name that is taken stops all of it. */
export async function carryOutCopy(world: World, plan: CopyPlan): Promise<CopyOutcome> {
  const { childrenOnly, drive, folder, sources } = plan;
  const clashes = sources.flatMap((source) => clashOf(plan, source) ?? []);
  if (clashes.length > 0) return { error: clashError(childrenOnly, clashes) };
  try {
    if (holdsMoreThan(plan.whole, MOST_COPIED)) {
      throw new GraphError(400, 'notAllowed', 'No more than 30,000 items can be copied at once.');
    }
    checkQuota(
      world,
      drive,
      sources.reduce((sum, { item }) => sum + sizeOf(item), 0),
    );
    const landings = landingsOf(plan);
    const replaced = landings.flatMap(({ replaced }) => replaced ?? []);
    const gone = replaced.map((item) => removeItem(drive, item, plan.deed));
    const copies = landings.map(({ item, name }) => duplicate(plan, item, folder, { ...plan.deed, name }));
    await Promise.all(gone);
    const [copy = folder] = childrenOnly ? [] : copies;
    return { resourceId: copy.id };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { error: { code: error.code, message: error.message } };
  }
}

/** What is in the way. */
function clashOf({ behavior, folder }: CopyPlan, { item, name }: CopySource): Item | undefined {
  const holder = folder.children.get(name);
  const isReplaceable =
    behavior === 'replace' && holder?.kind === 'file' && item.kind === 'file' && holder !== item;
  return behavior === 'rename' || isReplaceable ? undefined : holder;
}

function clashError(childrenOnly: boolean, clashes: readonly Item[]): object {
  if (!childrenOnly) return NAME_EXISTS;
  const details = clashes.map(({ id }) => ({ ...NAME_EXISTS, target: id }));
  return { message: 'Errors occurred during copy/move operation.', details };
}

/** How each copy is to be called, and what goes for it: all is checked before the first is made. */
function landingsOf({ behavior, deed, drive, folder, sources }: CopyPlan): Landing[] {
  const { children } = folder;
  const taken = new Set<string>();
  const has = (name: string): boolean => taken.has(children.fold(name)) || children.has(name);
  return sources.map(({ item, name: wanted }) => {
    const name = behavior === 'rename' ? freeName({ children: { has } }, wanted) : wanted;
    taken.add(children.fold(name));
    checkPathLength(folder, name, drive.driveType, item);
    const replaced = children.get(name);
    if (replaced !== undefined) checkNotLocked(drive, replaced, deed.by.id);
    return { item, name, replaced };
  });
}

function duplicate(plan: CopyPlan, item: CopiedItem, parent: FolderItem, birth: Birth): Item {
  const { fileCreated, fileModified } = item;
  const own = { ...birth, fileCreated, fileModified };
  if (item.kind === 'file') return duplicateFile(plan, item, parent, own);
  const copy = makeFolder(plan.drive, parent, own);
  for (const child of copiedChildren(item).filter(plan.isVisible)) {
    duplicate(plan, child, copy, { ...birth, name: child.name });
  }
  return copy;
}

export function copiedChildren({ children }: FolderItem): CopiedItem[] {
  return [...children.values()].filter((child) => child.kind !== 'remote');
}

function duplicateFile(
  { drive, withHistory }: CopyPlan,
  file: FileItem,
  parent: FolderItem,
  birth: Birth,
): Item {
  const { content, image } = versionSeenBy(file, birth.by.id);
  const copy = makeFile(drive, parent, birth, content.share());
  if (image !== undefined) copy.image = image;
  if (file.taken !== undefined) copy.taken = file.taken;
  if (withHistory) {
    const [seen, ...older] = versionsSeenBy(file, birth.by.id).slice(0, MOST_VERSIONS[drive.driveType]);
    copy.contentVersion = seen?.number ?? 1;
    copy.older = older.map((version) => ({ ...version, content: version.content.share() }));
  }
  return copy;
}
