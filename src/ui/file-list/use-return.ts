import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { DriveItem, FolderBrowser, PathFolder } from '../../drive';
import { useStore } from '../control-context';
import { useViewState } from '../view-state';
import type { Geometry } from './geometry';
import type { RowFocus } from './use-active-row';
import { revealRow } from './use-row-window';

export interface ReturnOptions {
  readonly scrollerRef: RefObject<HTMLElement | null>;
  readonly folder: FolderBrowser;
  readonly focus: RowFocus;
  readonly path: readonly PathFolder[];
  readonly rows: readonly DriveItem[];
  readonly geometry: Geometry;
}

/**
 * Going up, the folder that was left is the active row again: the way back down is one key. So is what somebody wants
 * to be shown, with the focus.
 */
export function useReturn({ scrollerRef, folder, focus, path, rows, geometry }: ReturnOptions): void {
  const before = useRef(path);
  const leftId = useRef<string>(undefined);
  const { reveal } = useViewState();
  const wantedId = useStore(reveal);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = path;
    if (old.at(-1)?.id !== path.at(-1)?.id) {
      const isAbove = old[path.length - 1]?.id === path.at(-1)?.id;
      leftId.current = isAbove ? old[path.length]?.id : undefined;
    }
    const id = wantedId ?? leftId.current;
    if (id === undefined || rows.length === 0) return;
    leftId.current = undefined;
    const index = rows.findIndex((row) => (row.remoteItem ?? row).id === id);
    const item = rows[index];
    if (!item) return;
    reveal.set(undefined);
    folder.setActive(item.id);
    if (scrollerRef.current) revealRow(scrollerRef.current, index, geometry);
    if (wantedId || focus.isInside()) focus.request();
  }, [scrollerRef, folder, focus, path, rows, geometry, reveal, wantedId]);
}
