import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { memo } from 'react';
import { isAsking, type TransferTask } from '../../transfer';
import { ItemName } from '../file-list';
import { useText } from '../text';
import { useCountdown } from '../list-states/use-countdown';
import { Answers } from './answers';
import { ProgressLine } from './progress-line';
import { RowButtons } from './row-buttons';
import { FolderLink } from './row-links';
import { saysMore, type RowPlace } from './row-layout';
import { StateIcon } from './state-icon';
import { describeAdvice, describeState, movedSoFar } from './state-text';
import { TaskIcon } from './task-icon';

interface TransferRowProps extends RowPlace {
  readonly count: number;
  /** The button that was pressed goes away: the panel takes the focus. */
  readonly onAnswered: () => void;
}

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

const lines = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  whiteSpace: 'normal',
  overflow: 'hidden',
} as const;

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    insetInlineStart: '0',
    insetInlineEnd: '0',
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    paddingInlineStart: tokens.spacingHorizontalL,
    paddingInlineEnd: tokens.spacingHorizontalS,
    overflow: 'hidden',
    // It has its size from outside: what changes in it lays out nothing else.
    contain: 'strict',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  icon: {
    flexShrink: 0,
    display: 'flex',
    paddingBlockStart: tokens.spacingVerticalXS,
    width: '28px',
    height: '28px',
  },
  words: { flexGrow: 1, minWidth: '0' },
  name: { ...typographyStyles.body1, ...oneLine },
  state: {
    ...typographyStyles.caption1,
    ...oneLine,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  // The direction of its own words: “15 MB of 49 MB” would fall apart in a right-to-left page.
  stateText: { ...oneLine, unicodeBidi: 'plaintext' },
  failed: { color: tokens.colorStatusDangerForeground1 },
  conflict: { color: tokens.colorStatusWarningForeground1 },
  longState: { alignItems: 'start' },
  lines: { ...lines, WebkitLineClamp: 3 },
  advice: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    ...lines,
    WebkitLineClamp: 2,
  },
  bar: { marginBlockStart: tokens.spacingVerticalXXS, height: '2px' },
  actions: { display: 'flex', flexShrink: 0, alignSelf: 'start', marginBlockStart: '3px' },
});

/** One transfer: what it is, how far it is, and what can be done about it. */
export const TransferRow = memo(function TransferRow(props: TransferRowProps) {
  const { task, index, top, height, count, onAnswered } = props;
  const styles = useStyles();
  const { state } = task;
  return (
    <div
      role="listitem"
      data-task={task.id}
      aria-setsize={count}
      aria-posinset={index + 1}
      className={styles.row}
      style={{ top, height }}
    >
      <span className={styles.icon}>
        <TaskIcon task={task} />
      </span>
      <div className={styles.words}>
        <div className={styles.name}>
          <ItemName name={nameNow(task)} />
        </div>
        <RowState task={task} />
        <RowProgress task={task} />
        {isAsking(state) && <Answers task={task} question={state} onAnswered={onAnswered} />}
      </div>
      <div className={styles.actions}>
        <RowButtons task={task} />
      </div>
    </div>
  );
});

/** What has arrived is called as it lies there: beside one that had its name, it has a number. */
function nameNow({ kind, name, state }: TransferTask): string {
  return kind !== 'download' && state.status === 'done' ? (state.item?.name ?? name) : name;
}

/** What becomes of it, and of an upload or a copy, where. */
function RowState({ task }: { readonly task: TransferTask }) {
  const text = useText();
  const styles = useStyles();
  const { state, kind, folder } = task;
  const advice = describeAdvice(task, text);
  const seconds = useCountdown(state.status === 'waiting' ? state.until : undefined);
  const target = kind === 'download' ? undefined : folder;
  const isThere = target !== undefined && state.status === 'done';
  const isLong = saysMore(state);
  const link = target && <FolderLink task={task} folder={target} />;
  return (
    <>
      <div
        className={mergeClasses(
          styles.state,
          isLong && styles.longState,
          state.status === 'failed' && styles.failed,
          isAsking(state) && styles.conflict,
        )}
      >
        <StateIcon state={state} />
        {!isThere && (
          <span className={mergeClasses(styles.stateText, isLong && styles.lines)}>
            {describeState(task, text, seconds)}
          </span>
        )}
        {link && !isThere && !isLong && <span aria-hidden>·</span>}
        {!isLong && link}
      </div>
      {advice && (
        <div className={styles.advice} title={advice}>
          {advice}
        </div>
      )}
      {isLong && link && <div className={styles.state}>{link}</div>}
    </>
  );
}

function RowProgress({ task: { name, state } }: { readonly task: TransferTask }) {
  const styles = useStyles();
  const moved = movedSoFar(state);
  if (!moved) return null;
  const share = moved.total > 0 ? { value: moved.loaded, max: moved.total } : {};
  return <ProgressLine className={styles.bar} aria-label={name} {...share} />;
}
