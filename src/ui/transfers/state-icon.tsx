import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  ClockRegular,
  ErrorCircleFilled,
  PauseRegular,
  ProhibitedRegular,
  WarningFilled,
} from '@fluentui/react-icons';
import type { TransferState } from '../../transfer';

const useStyles = makeStyles({
  icon: { fontSize: '16px', flexShrink: 0 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  conflict: { color: tokens.colorStatusWarningForeground1 },
});

/** The state as a sign, beside its words: colour never stands alone. */
export function StateIcon({ state }: { readonly state: TransferState }) {
  const styles = useStyles();
  switch (state.status) {
    case 'done':
      return <CheckmarkCircleFilled className={mergeClasses(styles.icon, styles.done)} aria-hidden />;
    case 'failed':
      return <ErrorCircleFilled className={mergeClasses(styles.icon, styles.failed)} aria-hidden />;
    case 'conflict':
    case 'interrupted':
    case 'misnamed':
      return <WarningFilled className={mergeClasses(styles.icon, styles.conflict)} aria-hidden />;
    case 'cancelled':
      return <ProhibitedRegular className={styles.icon} aria-hidden />;
    case 'paused':
      return <PauseRegular className={styles.icon} aria-hidden />;
    case 'waiting':
      return <ClockRegular className={styles.icon} aria-hidden />;
    default:
      return null;
  }
}
