import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled } from '@fluentui/react-icons';
import type { Operation } from '../../drive';
import { useText } from '../text';
import { describeLock } from './describe-lock';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: '0',
    maxHeight: '160px',
    overflowY: 'auto',
    paddingBlock: '0',
    paddingBlockEnd: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalL,
  },
  row: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'start', overflowWrap: 'anywhere' },
  icon: { color: tokens.colorStatusDangerForeground1, fontSize: '20px', flexShrink: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
  reason: { color: tokens.colorNeutralForeground2 },
});

/** Each item that failed, by name, with what happened and what can be done. */
export function FailureList({ entries }: Pick<Operation, 'entries'>) {
  const text = useText();
  const styles = useStyles();
  return (
    // A scrolling list must be reached by keyboard, too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul className={styles.list} aria-label={text('operation.failures')} tabIndex={0}>
      {entries.map(
        ({ step: { item, kind }, result }) =>
          result.status === 'failed' && (
            <li key={item.id} className={styles.row}>
              <ErrorCircleFilled className={styles.icon} aria-hidden />
              <div>
                <bdi className={styles.name}>{item.name}</bdi>
                <div className={styles.reason}>
                  {describeLock(result, text) ??
                    text('transfer.failure', {
                      title: text(`error.${result.error.code}.title`),
                      advice: text(`error.${result.error.code}.advice`),
                    })}
                  {kind === 'restore' &&
                    result.now &&
                    ` ${text('operation.restore.halfway', { name: result.now.name })}`}
                </div>
              </div>
            </li>
          ),
      )}
    </ul>
  );
}
