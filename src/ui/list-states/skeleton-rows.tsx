import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useText } from '../text';

const useStyles = makeStyles({
  rows: { flexGrow: 1, minHeight: 0, overflow: 'hidden', paddingInline: tokens.spacingHorizontalM },
  row: {
    display: 'grid',
    gridTemplateColumns: '44px 40px minmax(0, 1fr) minmax(0, 148px) minmax(0, 92px)',
    alignItems: 'center',
    height: '44px',
    boxShadow: `inset 0 -1px 0 ${tokens.colorNeutralStroke3}`,
  },
  bar: {
    height: '12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    backgroundImage: `linear-gradient(100deg, transparent 35%, ${tokens.colorNeutralStencil2} 50%, transparent 65%)`,
    backgroundSize: '300% 100%',
    animationName: { from: { backgroundPositionX: '100%' }, to: { backgroundPositionX: '0%' } },
    animationDuration: '1.8s',
    animationIterationCount: 'infinite',
    animationTimingFunction: 'linear',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
    '@media (forced-colors: active)': { border: '1px solid GrayText' },
  },
  short: { width: '64%' },
  icon: { gridColumnStart: 2, width: '28px', height: '28px', borderRadius: tokens.borderRadiusMedium },
});

const WIDTHS = [46, 62, 38, 54, 70, 42, 58, 34, 66, 50, 44, 60];

/** Stands where the first rows will be, in their shape: nothing jumps when they come. */
export function SkeletonRows() {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.rows} role="status" aria-label={text('state.loading')} aria-busy>
      {WIDTHS.map((width, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a fixed picture
        <div
          key={index}
          className={styles.row}
          style={{ opacity: 1 - index / (WIDTHS.length + 2) }}
          aria-hidden
        >
          <div className={mergeClasses(styles.bar, styles.icon)} />
          <div className={styles.bar} style={{ width: `${width}%` }} />
          <div className={mergeClasses(styles.bar, styles.short)} />
          <div className={mergeClasses(styles.bar, styles.short)} />
        </div>
      ))}
    </div>
  );
}
