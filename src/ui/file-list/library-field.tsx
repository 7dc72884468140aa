import { useCallback, useSyncExternalStore } from 'react';
import type { DriveItem, FieldId } from '../../drive';
import { useControl } from '../control-context';
import { useText } from '../text';
import { useColumnTitle } from './column-title';
import { fieldText } from './field-text';

export interface LibraryFieldProps {
  readonly id: FieldId;
  /** Absent in the header, which has the column's name. */
  readonly item?: DriveItem;
}

/** A column of a library: what it is called, or what an item says in it. */
export function LibraryField({ id, item }: LibraryFieldProps) {
  return item ? <FieldValue id={id} item={item} /> : <FieldTitle id={id} />;
}

function FieldTitle({ id }: { readonly id: FieldId }) {
  return useColumnTitle()(id);
}

function FieldValue({ id, item }: { readonly id: FieldId; readonly item: DriveItem }) {
  const text = useText();
  const progress = useProgress();
  const value = item.fields?.[id];
  if (value) return fieldText(value, text);
  if (progress === 'waiting') return '…';
  return progress === 'failed' ? text('list.field.unread') : '';
}

/** Only that: a row is not rendered anew for whatever else changes in the folder. */
function useProgress(): 'waiting' | 'failed' | 'known' {
  const { state } = useControl().folder;
  const read = useCallback(() => {
    const { library } = state.get();
    // What lies in no library says nothing there.
    if (!library) return 'known';
    if (library.status !== 'known') return library.status === 'failed' ? 'failed' : 'waiting';
    if (library.values === 'known') return 'known';
    return library.values === 'loading' ? 'waiting' : 'failed';
  }, [state]);
  return useSyncExternalStore(state.subscribe, read);
}
