import type { Content } from '../model/content';
import { checkNotLocked } from '../model/checkout';
import { makeFile, writeContent } from '../model/deeds';
import { describe } from '../model/describe';
import type { Drive } from '../model/drive';
import { invalidRequest, itemNotFound, nameAlreadyExists } from '../protocol/graph-error';
import { checkIfMatch } from '../model/item-tags';
import type { Deed, FileItem, FolderItem } from '../model/model';
import { checkName, checkPathLength, freeName } from '../model/names';
import type { ConflictBehavior } from '../protocol/query-options';
import type { Place } from '../address/resolve';

/** Where bytes on their way in are to become a file. */
export interface Destination {
  readonly drive: Drive;
  readonly parent: FolderItem;
  readonly name: string;
  /** The item that was there when the request came. */
  readonly target: FileItem | null;
  readonly behavior: ConflictBehavior;
  /** What the target's tag must still be. */
  readonly ifMatch?: string | undefined;
  readonly fileCreated?: number | undefined;
  readonly fileModified?: number | undefined;
  readonly description?: string | null | undefined;
}

/** The place as parent and name, with the name checked. `makeFolder` is asked for folders missing between. */
export function destinationOf(
  drive: Drive,
  place: Place,
  makeFolder: (parent: FolderItem, name: string) => FolderItem,
): Pick<Destination, 'parent' | 'name' | 'target'> {
  if (place.kind === 'found') {
    const { item } = place;
    if (item.kind !== 'file' || item.parent === null)
      throw invalidRequest('A folder has no content.', 'notAFile');
    return { parent: item.parent, name: item.name, target: item };
  }
  if (place.kind === 'removed') throw itemNotFound();
  const name = place.names.at(-1) ?? '';
  const atRoot = place.names.length === 1 && place.folder.parent === null;
  checkName(name, { driveType: drive.driveType, folder: false, atRoot });
  let parent = place.folder;
  for (const missing of place.names.slice(0, -1)) parent = makeFolder(parent, missing);
  checkPathLength(parent, name, drive.driveType);
  return { parent, name, target: null };
}

/** Throws 409 when the destination is taken and may not be replaced or evaded. */
export function checkConflict({ parent, name, behavior }: Destination): void {
  const existing = parent.children.get(name);
  if (existing === undefined || behavior === 'rename') return;
  if (behavior === 'fail' || existing.kind !== 'file') throw nameAlreadyExists();
}

/** Makes the bytes a file, or the new content of one; tells whether it is new. */
export async function landFile(
  destination: Destination,
  content: Content,
  deed: Deed,
): Promise<{ readonly item: FileItem; readonly created: boolean }> {
  const { drive, parent, name, target, behavior, fileCreated, fileModified, description } = destination;
  if (!drive.items.has(parent.id)) throw itemNotFound();
  checkIfMatch(destination.ifMatch, drive, target ?? undefined);
  const overwrite = (file: FileItem): Promise<void> => {
    checkNotLocked(drive, file, deed.by.id);
    const written = writeContent(drive, file, content, deed);
    // After it: the version that the old content becomes keeps its own time.
    file.fileModified = fileModified ?? deed.at;
    describe(file, description);
    return written;
  };
  if (target !== null && behavior === 'replace') {
    // The item may have been renamed or moved meanwhile: it is still the one that was meant.
    if (!drive.items.has(target.id)) throw itemNotFound();
    await overwrite(target);
    return { item: target, created: false };
  }
  checkConflict(destination);
  const existing = parent.children.get(name);
  if (existing?.kind === 'file' && behavior !== 'rename') {
    await overwrite(existing);
    return { item: existing, created: false };
  }
  const birth = { ...deed, name: freeName(parent, name), fileCreated, fileModified };
  const item = makeFile(drive, parent, birth, content);
  describe(item, description);
  return { item, created: true };
}
