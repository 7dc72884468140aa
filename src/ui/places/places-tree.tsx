import { makeStyles } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useControl, useStore } from '../control-context';
import type { Places } from '../control-model';
import { placeName } from '../place-name';
import { useText } from '../text';
import { useViewOptions } from '../view-options';
import { createPlaceTree, isAt, sourceNode, type PlaceNode } from './place-tree';
import { TreeLine } from './tree-line';
import { useTreeKeys } from './use-tree-keys';
import { visibleRows, type TreeRow } from './visible-rows';

const useStyles = makeStyles({ tree: { display: 'flex', flexDirection: 'column', minWidth: 0 } });

interface PlacesTreeProps {
  readonly places: Places;
  /** Somebody has gone somewhere. */
  readonly onGone: () => void;
}

/** Sources, and what is below them: read when it is opened. */
export function PlacesTree({ places, onGone }: PlacesTreeProps) {
  const styles = useStyles();
  const text = useText();
  const { folder, picker } = useControl();
  const isPicking = useStore(picker.state).status === 'picking';
  const { path } = useStore(folder.state);
  const [tree] = useState(() => createPlaceTree(places));
  useEffect(() => () => tree.dispose(), [tree]);
  const { sources: wanted } = useViewOptions();
  const sources = useMemo(
    () =>
      places
        .sources()
        // Nothing that is deleted can be picked.
        .filter((source) => wanted.has(source) && !(isPicking && source === 'recycle-bin'))
        .map(sourceNode),
    [places, wanted, isPicking],
  );
  const rows = visibleRows(sources, useStore(tree.branches));
  const nameOf = (row: TreeRow) => (row.kind === 'node' ? nameOfNode(row.node) : '');
  const nameOfNode = ({ way }: PlaceNode) =>
    way === 'my-files' ? text('path.root') : placeName(way.at(-1) ?? { name: '' }, text);
  const [active, setActive] = useState<string>();
  const here = rows.find((row) => row.kind === 'node' && isAt(row.node.way, path));
  const activeKey = rows.some(({ key }) => key === active) ? active : (here ?? rows[0])?.key;
  const lines = useRef(new Map<string, HTMLElement>());
  const focus = (key: string) => {
    setActive(key);
    lines.current.get(key)?.focus();
  };
  const open = (row: TreeRow) => {
    if (row.kind === 'failed') return tree.expand(row.node);
    if (row.kind === 'loading') return;
    setActive(row.key);
    void folder.openPath(row.node.way === 'my-files' ? [] : { way: row.node.way });
    onGone();
  };
  const expand = (row: TreeRow) => row.kind === 'node' && tree.expand(row.node);
  const collapse = (row: TreeRow) => row.kind === 'node' && tree.collapse(row.node);
  const onKeyDown = useTreeKeys({ rows, activeKey, focus, open, expand, collapse, nameOf });
  return (
    <div
      role="tree"
      tabIndex={-1}
      className={styles.tree}
      aria-label={text('places.label')}
      onKeyDown={onKeyDown}
    >
      {rows.map((row) => (
        <TreeLine
          key={row.key}
          ref={(element) => {
            if (!element) return undefined;
            lines.current.set(row.key, element);
            return () => void lines.current.delete(row.key);
          }}
          row={row}
          name={nameOf(row)}
          isCurrent={row === here}
          isActive={row.key === activeKey}
          onOpen={() => open(row)}
          onToggle={() => (row.kind === 'node' && row.status !== 'closed' ? collapse(row) : expand(row))}
          onFocus={() => setActive(row.key)}
        />
      ))}
    </div>
  );
}
