import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { summarizeOperation, type Operation } from '../../drive';
import { useControl, useStore } from '../control-context';
import { focusNearest } from '../dialogs/use-return-focus';
import { useText } from '../text';
import { useKeptFocus } from '../transfers/use-kept-focus';
import { OperationLine } from './operation-line';
import { useOperationAnnouncements } from './use-operation-announcements';

const useStyles = makeStyles({
  // Below the list and never over it, nor over the panel of transfers: nothing covers anything.
  region: {
    containerType: 'inline-size',
    flexShrink: 0,
    outlineStyle: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** A line for what is being changed, wherever the user goes meanwhile, and then for what has become of it. */
export function OperationLines() {
  const text = useText();
  const styles = useStyles();
  const { operations } = useControl();
  const all = useStore(operations.all);
  const region = useRef<HTMLElement>(null);
  const focus = useKeptFocus(region);
  const [hovered, setHovered] = useState(false);
  useOperationAnnouncements(all);
  useEffect(() => {
    // What went well makes room for what comes after it.
    for (const one of all.slice(0, -1)) if (isOver(one)) operations.dismiss(one.id);
  }, [all, operations]);
  const close = (id: string) => {
    const root = region.current?.getRootNode();
    if (focus.isInside && (root instanceof Document || root instanceof ShadowRoot)) focusNearest(root);
    setHovered(false);
    operations.dismiss(id);
  };
  return (
    <section
      ref={region}
      className={styles.region}
      hidden={all.length === 0}
      aria-label={text('operation.list')}
      tabIndex={-1}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      {...focus.handlers}
    >
      {all.map((operation) => (
        <OperationLine
          key={operation.id}
          operation={operation}
          isAttended={hovered || focus.isInside}
          onClose={() => close(operation.id)}
        />
      ))}
    </section>
  );
}

function isOver(operation: Operation): boolean {
  const { isRunning, failed, conflicts, left } = summarizeOperation(operation);
  return !isRunning && failed + conflicts + left === 0;
}
