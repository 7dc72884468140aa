import type { KeyboardEvent } from 'react';
import type { TreeRow } from './visible-rows';

interface TreeActions {
  readonly rows: readonly TreeRow[];
  readonly activeKey: string | undefined;
  readonly focus: (key: string) => void;
  readonly open: (row: TreeRow) => void;
  readonly expand: (row: TreeRow) => void;
  readonly collapse: (row: TreeRow) => void;
  readonly nameOf: (row: TreeRow) => string;
}

/** The keys of a tree. Source: WAI-ARIA Authoring Practices, tree view. */
export function useTreeKeys(actions: TreeActions): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    const rows = actions.rows.filter(({ kind }) => kind !== 'loading');
    const index = Math.max(
      0,
      rows.findIndex(({ key }) => key === actions.activeKey),
    );
    const row = rows[index];
    if (!row || !press(event.key, { ...actions, rows }, { row, index, isRtl: isRtl(event.currentTarget) }))
      return;
    event.preventDefault();
    event.stopPropagation();
  };
}

interface Position {
  readonly row: TreeRow;
  readonly index: number;
  readonly isRtl: boolean;
}

/** @returns whether the key means something here */
function press(key: string, actions: TreeActions, { row, index, isRtl }: Position): boolean {
  const { rows } = actions;
  const go = (to: TreeRow | undefined) => {
    if (to) actions.focus(to.key);
    return true;
  };
  switch (key) {
    case 'ArrowDown':
      return go(rows[index + 1]);
    case 'ArrowUp':
      return go(rows[index - 1]);
    case 'Home':
      return go(rows[0]);
    case 'End':
      return go(rows.at(-1));
    case 'Enter':
    case ' ':
      actions.open(row);
      return true;
    case isRtl ? 'ArrowLeft' : 'ArrowRight':
      return inwards(actions, row, rows[index + 1]);
    case isRtl ? 'ArrowRight' : 'ArrowLeft':
      return outwards(actions, row);
    default: {
      const found = key.length === 1 ? named(key, actions, index) : undefined;
      return found !== undefined && go(found);
    }
  }
}

function inwards(actions: TreeActions, row: TreeRow, next: TreeRow | undefined): boolean {
  if (row.kind !== 'node' || !row.node.canExpand) return true;
  if (row.status === 'closed') actions.expand(row);
  else if (next && next.level > row.level) actions.focus(next.key);
  return true;
}

function outwards(actions: TreeActions, row: TreeRow): boolean {
  if (row.kind === 'node' && row.status !== 'closed') actions.collapse(row);
  else if (row.kind !== 'loading' && row.parent !== undefined) actions.focus(row.parent);
  return true;
}

/** The next one whose name begins with the letter. */
function named(letter: string, { rows, nameOf }: TreeActions, index: number): TreeRow | undefined {
  const wanted = letter.toLocaleLowerCase();
  const others = [...rows.slice(index + 1), ...rows.slice(0, index)];
  return others.find((row) => nameOf(row).toLocaleLowerCase().startsWith(wanted));
}

function isRtl(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
