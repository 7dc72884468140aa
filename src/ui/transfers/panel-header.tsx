import {
  Button,
  makeStyles,
  Spinner,
  tokens,
  Tooltip,
  typographyStyles,
  useEventCallback,
} from '@fluentui/react-components';
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
import { memo, type ReactElement } from 'react';
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
  // Sixty pictures a second of it are most of what there is to draw while small files are sent; eight say the same. The
  // tail's turn has two halves.
  turning: { animationTimingFunction: 'steps(12)' },
  tail: { animationTimingFunction: 'steps(6)' },
  bar: { flexShrink: 0, borderRadius: '0' },
});

export function PanelHeader({ tasks, summary, expanded, onToggle, onClose }: PanelHeaderProps) {
  const text = useText();
  const styles = useStyles();
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
        <HeaderButtons
          pauses={pausesIn(tasks)}
          settled={settled}
          expanded={expanded}
          onToggle={useEventCallback(onToggle)}
          onClose={useEventCallback(onClose)}
        />
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

interface HeaderButtonsProps extends Pick<PanelHeaderProps, 'expanded' | 'onToggle' | 'onClose'> {
  /** What one button does for all; undefined where there is nothing to pause or to resume. */
  readonly pauses: boolean | undefined;
  readonly settled: boolean;
}

/** Drawn when they change, and not with every step of progress. */
const HeaderButtons = memo(function HeaderButtons({
  pauses,
  settled,
  expanded,
  onToggle,
  onClose,
}: HeaderButtonsProps) {
  const text = useText();
  const styles = useStyles();
  const { transfers } = useControl();
  return (
    <div className={styles.buttons}>
      {pauses !== undefined && (
        // One button for both, so that the focus stays where it is.
        <HeaderButton
          label={text(pauses ? 'transfer.pauseAll' : 'transfer.resumeAll')}
          icon={pauses ? <PauseRegular /> : <PlayRegular />}
          onClick={() => (pauses ? transfers.pauseAll() : transfers.resumeAll())}
        />
      )}
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
      {settled && <HeaderButton label={text('transfer.close')} icon={<DismissRegular />} onClick={onClose} />}
    </div>
  );
});

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

function pausesIn(tasks: readonly TransferTask[]): boolean | undefined {
  if (tasks.some(canPause)) return true;
  return tasks.some(({ state }) => state.status === 'paused') ? false : undefined;
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
  return (
    <Spinner
      size="extra-tiny"
      spinner={{ className: styles.turning }}
      spinnerTail={{ className: styles.tail }}
      aria-hidden
    />
  );
}
