import { useEffect, useMemo, useRef } from 'react';
import { isSameItem, selectedItems, type DriveItem, type PathFolder } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useViewState } from '../view-state';

/** What the pane tells of. */
export type Target =
  | { readonly kind: 'none' }
  /** `path`: the folders that it lies in. */
  | { readonly kind: 'one'; readonly item: DriveItem; readonly path: readonly PathFolder[] }
  | { readonly kind: 'some'; readonly items: readonly DriveItem[]; readonly path: readonly PathFolder[] };

/** What is selected, or what a menu asked for; without either the open folder. */
export function useTarget(): Target {
  const { details } = useViewState();
  const { selection, rows, path } = useStore(useControl().folder.state);
  const { items: asked } = useStore(details);
  const folder = path.at(-1);
  const lastSelection = useRef(selection);
  const lastFolder = useRef(folder?.id);
  useEffect(() => {
    const isElsewhere = lastSelection.current !== selection || lastFolder.current !== folder?.id;
    lastSelection.current = selection;
    lastFolder.current = folder?.id;
    if (isElsewhere) details.update((now) => (now.items ? { ...now, items: undefined } : now));
  }, [selection, folder?.id, details]);
  return useMemo(() => {
    // As they are by now: a rename is seen at once.
    const shown = asked?.flatMap((item) => rows.find((row) => isSameItem(row, item)) ?? []);
    const items = shown && shown.length > 0 ? shown : selectedItems(selection, rows);
    const [item] = items;
    if (item && items.length === 1) return { kind: 'one', item, path };
    if (items.length > 1) return { kind: 'some', items, path };
    return folder && folder.elsewhere === undefined
      ? { kind: 'one', item: toItem(folder), path: path.slice(0, -1) }
      : { kind: 'none' };
  }, [asked, selection, rows, path, folder]);
}

/** Of the open folder no more is known than where it is. */
function toItem({ driveId, id, name }: PathFolder): DriveItem {
  return { driveId, id, name, parentReference: {}, folder: {} };
}
