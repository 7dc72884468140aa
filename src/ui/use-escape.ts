import type { KeyboardEvent } from 'react';
import { EMPTY_SELECTION, isCounting, searchOf, selectedCount } from '../drive';
import { useControl } from './control-context';
import { useViewOptions } from './view-options';

/**
 * What Escape still means when nothing inside wanted it: while picking, one press takes back one thing, the last one
 * ends picking. Browsing has only what was searched for to give up: else the key is the host's.
 */
export function useEscape(): (event: KeyboardEvent<HTMLElement>) => void {
  const { folder, picker } = useControl();
  const { onCancel } = useViewOptions();
  return (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    // Dialogs and menus stand in portals: React bubbles their keys to here.
    if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return;
    const pick = picker.state.get();
    const { filter, selection, rows, path } = folder.state.get();
    const isSearch = searchOf(path) !== undefined;
    if (pick.status === 'off' && !isSearch) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    if (pick.status !== 'off' && isCounting(pick)) picker.cancelGathering();
    else if (filter !== '') folder.setFilter('');
    else if (isSearch) folder.up();
    else if (selectedCount(selection, rows.length) > 0) picker.setSelection(() => EMPTY_SELECTION);
    else onCancel();
  };
}
