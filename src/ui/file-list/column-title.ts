import { isField, type ColumnId, type LibraryState } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';

/** What a column is called; one of a library that is not known yet has no name of its own. */
export function useColumnTitle(): (id: ColumnId) => string {
  const text = useText();
  const { library } = useStore(useControl().folder.state);
  return (id) => (isField(id) ? (titleIn(library, id) ?? text('view.columns.unknown')) : text(`list.${id}`));
}

function titleIn(library: LibraryState | undefined, id: ColumnId): string | undefined {
  if (library?.status !== 'known') return undefined;
  return library.columns.find((column) => column.id === id)?.title;
}
