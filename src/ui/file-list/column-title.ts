import { isField, type ColumnId, type LibraryState } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';

/** What a column is called; one of a library that is not known yet has no name of its own. */
export function useColumnTitle(): (id: ColumnId) => string {
  const text = useText();
  const { library } = useStore(useControl().folder.state);
  const titleIn = (id: ColumnId) => columnsOf(library).find((column) => column.id === id)?.title;
  return (id) => (isField(id) ? (titleIn(id) ?? text('view.columns.unknown')) : text(`list.${id}`));
}

/** The columns that the open folder's library has of its own, as far as they are known. */
export function columnsOf(library: LibraryState | undefined) {
  return library?.status === 'known' ? library.columns : [];
}
