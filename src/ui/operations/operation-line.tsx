import { Button, makeStyles, Spinner, tokens, Tooltip } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  DismissRegular,
  ErrorCircleFilled,
  WarningFilled,
} from '@fluentui/react-icons';
import { useEffect } from 'react';
import { summarizeOperation, type Operation, type OperationSummary } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useLineStyles } from '../line-styles';
import { useText } from '../text';
import { ProgressLine } from '../transfers/progress-line';
import { useViewState } from '../view-state';
import { FailureList } from './failure-list';
import { describeEnd, describeRunning } from './operation-text';
import { useLineLife } from './use-line-life';

const useStyles = makeStyles({
  done: { color: tokens.colorStatusSuccessForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  facts: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    ':empty': { display: 'none' },
    // A row of their own, so that Close stays beside the words.
    '@container (max-width: 560px)': { order: 1, flexBasis: '100%' },
  },
  close: { flexShrink: 0 },
  bar: { borderRadius: '0' },
});

interface OperationLineProps {
  readonly operation: Operation;
  /** Somebody points at it, or has the focus in it. */
  readonly isAttended: boolean;
  readonly onClose: () => void;
}

/** One operation: how far it is, then what has become of it and what can be done about it. */
export function OperationLine({ operation, isAttended, onClose }: OperationLineProps) {
  const text = useText();
  const styles = useStyles();
  const line = useLineStyles();
  const { dialog } = useViewState();
  const summary = summarizeOperation(operation);
  const { isRunning, conflicts, failed, count, settled } = summary;
  useLineLife(summary, isAttended, onClose);
  const asks = !isRunning && conflicts > 0;
  useEffect(() => {
    if (asks && dialog.get() === undefined) dialog.set({ kind: 'clashes', operationId: operation.id });
  }, [asks, operation.id, dialog]);
  const phase = phaseOf(operation);
  const facts = [
    ...(isRunning && count > 1 ? [text('operation.progress', { settled, count })] : []),
    ...(phase ? [text(`operation.phase.${phase}`)] : []),
  ];
  return (
    <div data-task={operation.id}>
      {isRunning && (
        <ProgressLine
          className={styles.bar}
          aria-label={describeRunning(operation, text)}
          {...(count > 1 && { value: settled / count })}
        />
      )}
      <div className={line.line}>
        <span className={line.sign}>
          <Sign summary={summary} />
        </span>
        <div className={line.words}>
          <bdi>{isRunning ? describeRunning(operation, text) : describeEnd(operation, summary, text)}</bdi>
          {facts.length > 0 && <div className={styles.facts}>{facts.join(' · ')}</div>}
        </div>
        <div className={styles.buttons}>
          <Buttons operation={operation} summary={summary} />
        </div>
        {!isRunning && (
          <Tooltip content={text('operation.close')} relationship="label">
            <Button
              className={styles.close}
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              onClick={onClose}
            />
          </Tooltip>
        )}
      </div>
      {failed > 0 && <FailureList entries={operation.entries} />}
    </div>
  );
}

interface ButtonsProps extends Pick<OperationLineProps, 'operation'> {
  readonly summary: OperationSummary;
}

function Buttons({ operation, summary }: ButtonsProps) {
  const text = useText();
  const { operations, folder } = useControl();
  const { dialog } = useViewState();
  const { path } = useStore(folder.state);
  const { id, target } = operation;
  if (summary.isRunning) {
    // The last one can't be called back any more.
    return summary.count - summary.settled > 1 ? (
      <Button size="small" onClick={() => operations.stop(id)}>
        {text('operation.stop')}
      </Button>
    ) : null;
  }
  const isElsewhere = target !== undefined && path.at(-1)?.id !== target.id;
  return (
    <>
      {summary.conflicts > 0 && (
        <Button
          size="small"
          appearance="primary"
          onClick={() => dialog.set({ kind: 'clashes', operationId: id })}
        >
          {text('operation.decide')}
        </Button>
      )}
      {summary.failed + summary.left > 0 && (
        <Button size="small" onClick={() => operations.retry(id)}>
          {text('operation.retry')}
        </Button>
      )}
      {operations.canUndo(operation) && (
        <Button size="small" onClick={() => operations.undo(id)}>
          {text('operation.undo')}
        </Button>
      )}
      {isElsewhere && summary.done > 0 && (
        <Button size="small" onClick={() => void folder.openPath({ driveId: target.driveId, id: target.id })}>
          {text('operation.open', { folder: target.name || text('path.root') })}
        </Button>
      )}
    </>
  );
}

/** Wrong before waiting before running. */
function Sign({ summary }: Pick<ButtonsProps, 'summary'>) {
  const styles = useStyles();
  const line = useLineStyles();
  if (summary.isRunning) return <Spinner size="extra-tiny" aria-hidden />;
  if (summary.failed > 0) return <ErrorCircleFilled className={line.failed} aria-hidden />;
  if (summary.conflicts + summary.left > 0) return <WarningFilled className={styles.warning} aria-hidden />;
  return <CheckmarkCircleFilled className={styles.done} aria-hidden />;
}

/** Where it has two: between drives. */
function phaseOf({ entries }: Operation): 'copying' | 'removing' | undefined {
  const running = entries.find(({ result }) => result.status === 'running')?.result;
  const phase = running?.status === 'running' ? running.phase : undefined;
  return phase === 'changing' ? undefined : phase;
}
