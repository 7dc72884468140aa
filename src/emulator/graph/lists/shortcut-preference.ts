import type { Drive } from '../model/drive';
import type { FolderItem, Item } from '../model/model';
import { preferences } from '../protocol/preferences';

export const SHOW_SHORTCUTS = 'include-feature=addtoonedrive';

/** Since March 2025 lists tell of shortcuts only where a request prefers it (protocol 3.2). */
interface ShortcutPreference {
  readonly shows: (item: Item) => boolean;
  /** Says that it was heeded. */
  readonly headers: Readonly<Record<string, string>>;
}

export function shortcutPreference(request: Request): ShortcutPreference {
  const asked = preferences(request).find((each) => each.toLowerCase() === SHOW_SHORTCUTS);
  if (asked === undefined) return { shows: ({ kind }) => kind !== 'remote', headers: {} };
  return { shows: () => true, headers: { 'Preference-Applied': asked } };
}

/** How many a list of the folder has. */
export function countShown(drive: Drive, folder: FolderItem, { shows }: ShortcutPreference): number {
  let count = folder.children.size;
  for (const id of drive.shortcuts) {
    const shortcut = drive.items.get(id);
    if (shortcut?.parent === folder && !shows(shortcut)) count -= 1;
  }
  return count;
}
