import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled } from '@fluentui/react-icons';
import type { ItemOutcome } from '../../drive';
import { useText } from '../text';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    listStyleType: 'none',
    margin: '0',
    padding: '0',
  },
  row: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  icon: { color: tokens.colorStatusDangerForeground1, fontSize: '20px', flexShrink: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
  reason: { color: tokens.colorNeutralForeground2 },
});

/** Each item that failed, by name, with what happened and what can be done. */
export function FailureList({ failures }: { readonly failures: readonly ItemOutcome[] }) {
  const text = useText();
  const styles = useStyles();
  return (
    <div role="alert">
      <ul className={styles.list}>
        {failures.map(({ item, error }) => (
          <li key={item.id} className={styles.row}>
            <ErrorCircleFilled className={styles.icon} aria-hidden />
            <div>
              <div className={styles.name}>{item.name}</div>
              {error && (
                <div className={styles.reason}>
                  {text('transfer.failure', {
                    title: text(`error.${error.code}.title`),
                    advice: text(`error.${error.code}.advice`),
                  })}
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
