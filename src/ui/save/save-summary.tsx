import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import { useControl, useStore } from '../control-context';
import { describeState } from '../transfers/state-text';
import { useText, type Text } from '../text';
import type { SavePhase } from './save-state';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  words: { minWidth: 0, unicodeBidi: 'plaintext', fontVariantNumeric: 'tabular-nums' },
  done: { flexShrink: 0, fontSize: '20px', color: tokens.colorStatusSuccessForeground1 },
});

interface SaveSummaryProps {
  readonly phase: SavePhase;
  /** How many files there are. */
  readonly count: number;
}

/** Where it goes, how far it is, or that it is there. */
export function SaveSummary({ phase, count }: SaveSummaryProps) {
  const text = useText();
  const styles = useStyles();
  const { path } = useStore(useControl().folder.state);
  const open = path.at(-1);
  switch (phase.status) {
    case 'running':
      return (
        <div className={styles.row}>
          <Spinner size="extra-tiny" aria-hidden />
          <span className={styles.words}>{describeRunning(phase, text)}</span>
        </div>
      );
    case 'saved':
      return (
        <div className={styles.row}>
          <CheckmarkCircleFilled className={styles.done} aria-hidden />
          <span className={styles.words}>{describeSaved(phase, text)}</span>
        </div>
      );
    case 'asking':
      return null;
    case 'editing':
      if (count === 0) return <div className={styles.words}>{text('save.nothing')}</div>;
      if (!open) return null;
      return (
        <div className={styles.words}>{text('save.folder', { folder: open.name || text('path.root') })}</div>
      );
  }
}

export function describeSaved(
  { items, folder: { name } }: Extract<SavePhase, { readonly status: 'saved' }>,
  text: Text,
): string {
  const folder = name || text('path.root');
  const [first] = items;
  return items.length === 1 && first
    ? text('save.done', { name: first.name, folder })
    : text('save.doneAll', { count: items.length, folder });
}

function describeRunning({ tasks }: Extract<SavePhase, { readonly status: 'running' }>, text: Text): string {
  const [first] = tasks;
  return tasks.length === 1 && first
    ? text('save.running', { name: first.name, state: describeState(first, text) })
    : text('save.runningAll', { count: tasks.length });
}
