import { makeStyles, tokens, useFluent } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { moveColumn, resizeColumn, type Arrangement, type ColumnId } from '../../drive';
import { useControl } from '../control-context';
import { useText } from '../text';
import { useViewState } from '../view-state';
import { useColumnTitle } from './column-title';
import { widthOf } from './columns';
import { followPull } from './follow-pull';

/** Pixels. */
const STEP = 16;
/** A pointer may tremble as far before a click becomes a drag. */
const TREMBLE = 6;

const useStyles = makeStyles({
  handle: {
    position: 'absolute',
    insetBlock: '8px',
    insetInlineStart: '-12px',
    width: '9px',
    cursor: 'col-resize',
    touchAction: 'none',
    // A line, where it can be pulled at.
    ':hover': { boxShadow: `inset -1px 0 0 ${tokens.colorNeutralStrokeAccessible}` },
    ':active': { boxShadow: `inset -1px 0 0 ${tokens.colorBrandStroke1}` },
  },
});

/**
 * Makes the column header that it stands in something to pull at: at its edge it becomes wider, as a whole it moves.
 * The same with the keys on its button: Alt with an arrow, and with Shift.
 */
export function ColumnTools({ id }: { readonly id: ColumnId }) {
  const styles = useStyles();
  const handle = useRef<HTMLSpanElement>(null);
  const text = useText();
  const label = useColumnTitle()(id);
  const { folder } = useControl();
  const { announcement } = useViewState();
  const forward = useFluent().dir === 'rtl' ? -1 : 1;
  useEffect(() => {
    const edge = handle.current;
    const header = edge?.parentElement;
    if (!edge || !header) return undefined;
    const arrangement = () => folder.state.get().arrangement;
    const change = ({ columns }: Arrangement) => folder.arrange({ columns });
    const width = () => widthOf(arrangement().columns.find((column) => column.id === id) ?? { id });
    const move = (places: number) => {
      if (places === 0) return;
      change(moveColumn(arrangement(), id, places));
      const { columns } = arrangement();
      const place = columns.findIndex((column) => column.id === id) + 1;
      announcement.set(text('view.columns.moved', { column: label, place, count: columns.length }));
    };
    const ends = [
      followPull(edge, 0, () => {
        const before = width();
        return {
          move: (distance) => change(resizeColumn(arrangement(), id, before - forward * distance)),
          end: () => {},
        };
      }),
      followPull(header, TREMBLE, () => ({
        move: (distance) => (header.style.transform = `translateX(${distance}px)`),
        end: (distance) => {
          const target = distance === undefined ? undefined : columnUnder(header);
          header.style.transform = '';
          const placeOf = (wanted: string | undefined) =>
            arrangement().columns.findIndex((column) => column.id === wanted);
          if (target !== undefined) move(placeOf(target) - placeOf(id));
        },
      })),
    ];
    const onKeyDown = (event: KeyboardEvent) => {
      const direction = { ArrowRight: forward, ArrowLeft: -forward }[event.key];
      if (!event.altKey || direction === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.shiftKey) return move(direction);
      change(resizeColumn(arrangement(), id, width() + direction * STEP));
      announcement.set(text('view.columns.wide', { column: label, width: width() }));
    };
    header.addEventListener('keydown', onKeyDown);
    return () => {
      for (const end of ends) end();
      header.removeEventListener('keydown', onKeyDown);
    };
  }, [id, label, folder, text, announcement, forward]);
  return <span ref={handle} aria-hidden data-column={id} className={styles.handle} />;
}

/** The column in whose place the header has been put, by its middle; undefined where it is still its own. */
function columnUnder(header: HTMLElement): string | undefined {
  const { left, width } = header.getBoundingClientRect();
  const middle = left + width / 2;
  const handles = header.parentElement?.querySelectorAll<HTMLElement>('[data-column]') ?? [];
  for (const handle of handles) {
    const other = handle.parentElement;
    const box = other?.getBoundingClientRect();
    if (box && other !== header && middle >= box.left && middle <= box.right) return handle.dataset['column'];
  }
  return undefined;
}
