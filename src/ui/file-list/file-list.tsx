import { mergeClasses } from '@fluentui/react-components';
import { useCallback, useMemo, useRef, type ReactNode } from 'react';
import { folderKey, searchOf, selectedCount, type FolderState, type SortColumn } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { Tiles } from './arranged-parts';
import { FileListHeader } from './file-list-header';
import { useFileListStyles } from './file-list-styles';
import { FileRows, type ItemsProps } from './file-rows';
import { headerCheckOf } from './row-choice';
import { useActiveIndex, useRowFocus } from './use-active-row';
import { useChoosing } from './use-choosing';
import { useLayout } from './use-layout';
import { useListController } from './use-list-controller';
import { useListKeys } from './use-list-keys';
import { useListPointer } from './use-list-pointer';
import { useReturn } from './use-return';
import { useRowWindow } from './use-row-window';

/**
 * The items of the open folder as an ARIA grid. However many there are, only the rows on the screen exist.
 *
 * @param props.instead what stands in the place of rows while there are none
 */
export function FileList({ instead }: { readonly instead?: ReactNode }) {
  const { folder } = useControl();
  const styles = useFileListStyles();
  const text = useText();
  const state = useStore(folder.state);
  const boxRef = useRef<HTMLDivElement>(null);
  const scrollerRef = useRef<HTMLDivElement>(null);
  const { geometry, columns, tiles, isRightToLeft } = useLayout(boxRef, state);
  const activeIndex = useActiveIndex(state.rows, state.activeId);
  const focus = useRowFocus(boxRef);
  const choosing = useChoosing();
  const controller = useListController();
  const { isInside } = focus;
  const range = useRowWindow({
    scrollerRef,
    rows: state.rows,
    geometry,
    listKey: listKeyOf(state),
    isSearch: searchOf(state.path) !== undefined,
    anchorId: useCallback(() => (isInside() ? folder.state.get().activeId : undefined), [isInside, folder]),
  });
  useReturn({ scrollerRef, folder, focus, path: state.path, rows: state.rows, geometry });
  const onKeyDown = useListKeys({
    scrollerRef,
    folder,
    controller,
    focus,
    activeIndex,
    geometry,
    isRightToLeft,
  });
  const layout = { scrollerRef, geometry, tiles, isRightToLeft };
  const pointer = useListPointer({ folder, controller, focus, layout });
  const count = selectedCount(state.selection, state.rows.length);
  const checked = useMemo(
    () => headerCheckOf(state.rows, choosing, { selection: state.selection, count }),
    [state.rows, state.selection, choosing, count],
  );
  const onToggleAll = () => (checked === true ? controller.clear() : controller.selectAll());
  const onSort = useCallback((column: SortColumn) => folder.sortBy(column), [folder]);
  const isEmpty = state.rows.length === 0 && state.groups.length === 0;
  const items: ItemsProps = {
    state,
    choosing,
    selecting: count > 0 || choosing.picking !== undefined,
    range,
    activeIndex,
    geometry,
  };
  return (
    <div
      ref={boxRef}
      role="presentation"
      tabIndex={-1}
      className={styles.box}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        focus.onFocus();
        pointer.onRowFocus(event, focus.isMoving());
      }}
      onBlur={focus.onBlur}
      {...pointer.handlers}
    >
      {tiles ? (
        <div ref={scrollerRef} hidden={isEmpty} className={styles.grid}>
          <Tiles {...items} measures={tiles} />
        </div>
      ) : (
        <div
          ref={scrollerRef}
          role="grid"
          hidden={isEmpty && state.listing.status === 'failed'}
          aria-label={text('list.label')}
          aria-multiselectable={choosing.selection === 'multiple' || undefined}
          aria-rowcount={state.rows.length + state.groups.length + 1}
          aria-busy={state.listing.status === 'loading'}
          className={mergeClasses(styles.grid, isEmpty && styles.empty)}
        >
          <FileListHeader
            columns={columns}
            sort={state.arrangement.sort}
            checked={choosing.selection === 'multiple' ? checked : undefined}
            onSort={onSort}
            onToggleAll={onToggleAll}
          />
          {!isEmpty && <FileRows {...items} columns={columns} />}
        </div>
      )}
      {isEmpty && instead}
    </div>
  );
}

// A new folder, order or filter makes a new list, which begins at its top.
function listKeyOf({ path, arrangement, filter, filters }: FolderState): string {
  const { sort, grouping } = arrangement;
  const open = path.at(-1);
  return JSON.stringify([open && folderKey(open), sort, grouping, filter, filters]);
}
