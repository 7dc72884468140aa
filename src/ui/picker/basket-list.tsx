import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { PickedItem } from '../../drive';
import { useControl } from '../control-context';
import { useText } from '../text';
import { useElement } from '../use-element';
import { useScrollWindow, type ScrollWindow } from '../use-scroll-window';
import { BasketRow, ROW_HEIGHT } from './basket-row';

const OVERSCAN = 4;

const useStyles = makeStyles({
  scroller: { position: 'relative', minHeight: '0', flexShrink: 1, overflowX: 'hidden', overflowY: 'auto' },
  rows: { position: 'relative', width: '100%' },
});

/** The rows in view, and the one with the focus: a thousand picked items cost what ten cost. One tab stop. */
export function BasketList({ basket }: { readonly basket: readonly PickedItem[] }) {
  const text = useText();
  const styles = useStyles();
  const { picker } = useControl();
  const { view, ref } = useScrollWindow();
  const [list, setList] = useElement<HTMLDivElement>();
  const [chosen, setActive] = useState(0);
  const active = Math.min(chosen, basket.length - 1);
  const moves = useRef(false);

  // After every render: the row that is to have the focus may stand for another item now.
  useEffect(() => {
    if (!moves.current) return;
    moves.current = false;
    list.current?.querySelector<HTMLElement>(`[data-index="${active}"] button`)?.focus();
  });

  const moveTo = (index: number) => {
    moves.current = true;
    setActive(Math.max(0, Math.min(index, basket.length - 1)));
  };
  const remove = (index: number) => {
    const picked = basket[index];
    if (!picked) return;
    moveTo(index); // There the next one comes to stand.
    picker.remove(picked.item);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetOf(event.key, active, basket.length);
    if (event.key === 'Delete') remove(active);
    else if (target !== undefined) moveTo(target);
    else return;
    event.preventDefault();
  };
  const rows = rowsInView(view, active, basket.length);
  return (
    <div ref={ref} className={styles.scroller}>
      {/* The keys belong to the buttons inside, which bubble. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={setList}
        role="list"
        aria-label={text('pick.basket.list')}
        className={styles.rows}
        style={{ height: basket.length * ROW_HEIGHT }}
        onKeyDown={onKeyDown}
      >
        {rows.map((index) => {
          const picked = basket[index];
          return (
            picked && (
              <BasketRow
                key={`${picked.item.driveId} ${picked.item.id}`}
                picked={picked}
                index={index}
                count={basket.length}
                tabbable={index === active}
                onFocus={() => setActive(index)}
                onRemove={() => remove(index)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function rowsInView({ top, height }: ScrollWindow, active: number, count: number): readonly number[] {
  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - OVERSCAN);
  const end = Math.min(count, Math.ceil((top + height) / ROW_HEIGHT) + OVERSCAN);
  const rows = Array.from({ length: Math.max(0, end - first) }, (_, row) => first + row);
  if (active < first) return [active, ...rows];
  return active < end ? rows : [...rows, active];
}

function targetOf(key: string, active: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
