import { Button, makeStyles, Spinner, tokens, Tooltip, typographyStyles } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  ChevronDownRegular,
  ChevronUpRegular,
  DismissCircleRegular,
  DismissRegular,
  ErrorCircleFilled,
  PauseCircleRegular,
  PauseRegular,
  PlayRegular,
  WarningFilled,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { canPause, type TransferPace, type TransferSummary, type TransferTask } from '../../transfer';
import { useControl } from '../control-context';
import { useCountdown } from '../list-states/use-countdown';
import { useText } from '../text';
import { ProgressLine } from './progress-line';
import { describeSummary, shareDone } from './summary-text';
import { usePace } from './use-pace';

interface PanelHeaderProps {
  readonly tasks: readonly TransferTask[];
  readonly summary: TransferSummary;
  readonly expanded: boolean;
  readonly onToggle: () => void;
  readonly onClose: () => void;
}

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    paddingInlineStart: tokens.spacingHorizontalL,
    paddingInlineEnd: tokens.spacingHorizontalS,
    flexShrink: 0,
  },
  words: { flexGrow: 1, minWidth: '0', fontVariantNumeric: 'tabular-nums' },
  title: { ...typographyStyles.body1Strong, margin: '0', overflowWrap: 'anywhere' },
  bytes: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexShrink: 0 },
  sign: { width: '24px', flexShrink: 0, display: 'flex', justifyContent: 'center', fontSize: '24px' },
  done: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  waiting: { color: tokens.colorNeutralForeground3 },
  bar: { flexShrink: 0, borderRadius: '0' },
});

export function PanelHeader({ tasks, summary, expanded, onToggle, onClose }: PanelHeaderProps) {
  const text = useText();
  const styles = useStyles();
  const { transfers } = useControl();
  const pace = usePace();
  const seconds = useCountdown(summary.waitUntil);
  const { settled } = summary;
  const isStopped = summary.paused > 0 && summary.waiting + summary.active === 0;
  return (
    <>
      <div className={styles.header}>
        <span className={styles.sign}>
          <Sign summary={summary} />
        </span>
        <div className={styles.words}>
          <h2 className={styles.title}>
            <bdi>{describeSummary(tasks, summary, text, { pace, seconds })}</bdi>
          </h2>
          {!settled && <Details summary={summary} pace={pace} />}
        </div>
        <div className={styles.buttons}>
          <PauseAll tasks={tasks} />
          {!settled && (
            <HeaderButton
              label={text('transfer.cancelAll')}
              icon={<DismissCircleRegular />}
              onClick={() => transfers.cancelAll()}
            />
          )}
          <HeaderButton
            label={text(expanded ? 'transfer.collapse' : 'transfer.expand')}
            icon={expanded ? <ChevronDownRegular /> : <ChevronUpRegular />}
            expanded={expanded}
            onClick={onToggle}
          />
          {settled && (
            <HeaderButton label={text('transfer.close')} icon={<DismissRegular />} onClick={onClose} />
          )}
        </div>
      </div>
      {!settled && (
        <ProgressLine
          className={styles.bar}
          aria-label={text('transfer.progress')}
          value={shareDone(summary)}
          color={summary.failed > 0 ? 'error' : summary.waitReason || isStopped ? 'warning' : 'brand'}
        />
      )}
    </>
  );
}

interface HeaderButtonProps {
  readonly label: string;
  readonly icon: ReactElement;
  readonly expanded?: boolean;
  readonly onClick: () => void;
}

function HeaderButton({ label, icon, expanded, onClick }: HeaderButtonProps) {
  return (
    <Tooltip content={label} relationship="label">
      <Button appearance="subtle" aria-expanded={expanded} icon={icon} onClick={onClick} />
    </Tooltip>
  );
}

/** One button for both, so that the focus stays where it is. */
function PauseAll({ tasks }: Pick<PanelHeaderProps, 'tasks'>) {
  const text = useText();
  const { transfers } = useControl();
  const pauses = tasks.some(canPause);
  if (!pauses && !tasks.some(({ state }) => state.status === 'paused')) return null;
  return (
    <HeaderButton
      label={text(pauses ? 'transfer.pauseAll' : 'transfer.resumeAll')}
      icon={pauses ? <PauseRegular /> : <PlayRegular />}
      onClick={() => (pauses ? transfers.pauseAll() : transfers.resumeAll())}
    />
  );
}

/** What a collapsed panel must still tell. */
function Details({
  summary,
  pace: { bytesPerSecond },
}: {
  readonly summary: TransferSummary;
  readonly pace: TransferPace;
}) {
  const text = useText();
  const styles = useStyles();
  const { loaded, total, failed, conflicts, waiting, active } = summary;
  const facts = [
    ...(total > 0 ? [text('transfer.bytes', { loaded: text.size(loaded), total: text.size(total) })] : []),
    ...(bytesPerSecond === undefined ? [] : [text('transfer.speed', { size: text.size(bytesPerSecond) })]),
    ...(failed > 0 ? [text('transfer.failedCount', { count: failed })] : []),
    ...(conflicts > 0 && waiting + active > 0 ? [text('transfer.asking', { count: conflicts })] : []),
  ];
  return (
    <div className={styles.bytes}>
      <bdi>{facts.join(' · ')}</bdi>
    </div>
  );
}

/** Wrong before waiting before running: what needs the user shows even while the panel is collapsed. */
function Sign({ summary }: { readonly summary: TransferSummary }) {
  const styles = useStyles();
  if (summary.failed > 0) return <ErrorCircleFilled className={styles.failed} aria-hidden />;
  if (summary.conflicts > 0) return <WarningFilled className={styles.warning} aria-hidden />;
  if (summary.settled) return <CheckmarkCircleFilled className={styles.done} aria-hidden />;
  const { waiting, active, waitReason } = summary;
  if (waitReason || waiting + active === 0)
    return <PauseCircleRegular className={styles.waiting} aria-hidden />;
  return <Spinner size="extra-tiny" aria-hidden />;
}
