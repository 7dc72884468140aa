import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { Drive } from '../../../graph';
import { useText } from '../../text';

const useStyles = makeStyles({
  place: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    marginBlockStart: tokens.spacingVerticalXS,
  },
  bar: {
    height: '6px',
    borderRadius: tokens.borderRadiusCircular,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground6,
    outline: '1px solid transparent',
    '@media (forced-colors: active)': { outlineColor: 'CanvasText' },
  },
  filled: {
    height: '100%',
    minWidth: '2px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  nearing: { backgroundColor: tokens.colorStatusWarningBackground3 },
  full: { backgroundColor: tokens.colorStatusDangerBackground3 },
  words: typographyStyles.caption1,
});

/** How full a drive is: a bar, and the same in words. */
export function Storage({ quota }: Pick<Drive, 'quota'>) {
  const text = useText();
  const styles = useStyles();
  if (!quota) return null;
  const { used, total, state = 'normal' } = quota;
  if (total === undefined)
    return <span className={styles.words}>{text('account.used', { used: text.size(used) })}</span>;
  const words = text('account.usedOf', { used: text.size(used), total: text.size(total) });
  const look = { normal: undefined, nearing: styles.nearing, critical: styles.full, exceeded: styles.full };
  return (
    <div className={styles.place}>
      <div className={styles.bar} aria-hidden>
        <div
          className={mergeClasses(styles.filled, look[state])}
          style={{ width: `${Math.min(100, (100 * used) / total)}%` }}
        />
      </div>
      <span className={styles.words}>
        {state === 'normal' ? words : text(`account.quota.${state}`, { words })}
      </span>
    </div>
  );
}
