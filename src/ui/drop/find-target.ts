import type { FolderState, PathFolder } from '../../drive';
import { opensInPlace } from '../file-list/file-type';

/** A folder under the pointer, with the row or the part of the path that stands for it. */
export interface FolderTarget {
  readonly folder: PathFolder;
  readonly element: Element;
}

/** The folder whose row or part of the path this is; undefined where it is the open folder, or none. */
export function findTarget(
  place: EventTarget,
  { rows, path }: Pick<FolderState, 'rows' | 'path'>,
): FolderTarget | undefined {
  if (!(place instanceof Element)) return undefined;
  const row = place.closest<HTMLElement>('[data-index]');
  const item = row ? rows[Number(row.dataset['index'])] : undefined;
  if (row && item && !item.elsewhere && opensInPlace(item)) {
    // A shortcut receives files where it points to.
    const { driveId, id } = item.remoteItem ?? item;
    return { folder: { driveId, id, name: item.name }, element: row };
  }
  const crumb = place.closest<HTMLElement>('[data-folder]');
  const folder = path.find(({ id }) => id !== '' && id === crumb?.dataset['folder']);
  return crumb && folder && folder !== path.at(-1) ? { folder, element: crumb } : undefined;
}
