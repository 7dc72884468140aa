import { useRef, type DragEvent } from 'react';
import { flushSync } from 'react-dom';
import {
  findPlaceRefusal,
  isSelected,
  selectedItems,
  selectOnly,
  type DriveItem,
  type PathFolder,
  type PlaceRefusal,
} from '../../drive';
import { useControl } from '../control-context';
import { OWN_ITEMS } from '../drop-zone';
import { placeItems } from '../placing';
import { useText } from '../text';
import { useViewOptions } from '../view-options';
import { useViewState } from '../view-state';

/** Items of the list that are dragged onto a folder: moved, or with Control or Option copied. */
export function useItemDrag(ghost: { readonly current: HTMLElement | null }) {
  const text = useText();
  const control = useControl();
  const view = useViewState();
  const { actions } = useViewOptions();
  // What was said of it last: the browser tells of the same place twenty times a second.
  const said = useRef('');
  const say = (key: string, sentence: string) => {
    if (said.current === key) return;
    said.current = key;
    view.announcement.set(sentence);
  };

  const onDragStart = (event: DragEvent<HTMLElement>) => {
    const items = itemsAt(event, control.folder);
    if (items.length === 0 || !(actions.has('move') || actions.has('copy'))) return event.preventDefault();
    const { dataTransfer } = event;
    dataTransfer.setData(OWN_ITEMS, '');
    dataTransfer.effectAllowed = 'copyMove';
    // The browser takes its picture of it before this handler has returned.
    flushSync(() => view.dragged.set(items));
    if (ghost.current) dataTransfer.setDragImage(ghost.current, -12, -8);
    said.current = '';
  };
  const mean = (
    event: DragEvent<HTMLElement>,
    way: readonly PathFolder[],
    folder: PathFolder,
    isOpen: boolean,
  ) => {
    const items = view.dragged.get();
    const how = howOf(event, actions);
    if (!how || items.length === 0 || folder.id === '') return undefined;
    const refusal = findPlaceRefusal(items, way, how);
    // Over the list that they are from they are simply on their way.
    if (refusal === 'already-there' && isOpen) return undefined;
    if (refusal) say(`${folder.id} ${refusal}`, refusalText(how, refusal));
    else said.current = folder.id;
    return {
      effect: refusal ? ('none' as const) : how,
      onDrop: () => {
        view.dragged.set([]);
        if (!refusal) placeItems({ control, view }, how, items, folder);
      },
    };
  };
  const refusalText = (how: 'move' | 'copy', refusal: PlaceRefusal) => text(`destination.${how}.${refusal}`);
  const onDragEnd = () => view.dragged.set([]);
  return { onDragStart, onDragEnd, mean };
}

function howOf(
  { ctrlKey, altKey }: DragEvent<HTMLElement>,
  actions: ReadonlySet<string>,
): 'move' | 'copy' | undefined {
  const wished = ctrlKey || altKey ? 'copy' : 'move';
  return actions.has(wished) ? wished : undefined;
}

/** The row under the pointer, with all that is selected where it is among that. */
function itemsAt(
  { target }: DragEvent<HTMLElement>,
  folder: ReturnType<typeof useControl>['folder'],
): readonly DriveItem[] {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  const { rows, selection } = folder.state.get();
  const item = row ? rows[Number(row.dataset['index'])] : undefined;
  if (!item) return [];
  // A site, a team, what is deleted: nothing that could lie elsewhere.
  if (item.elsewhere ?? item.isDeleted) return [];
  if (isSelected(selection, item.id)) return selectedItems(selection, rows);
  folder.setSelection(() => selectOnly(item.id));
  return [item];
}
