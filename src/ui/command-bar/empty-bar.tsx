import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  room: { containerType: 'inline-size', flexShrink: 0 },
  // As high as the bar: one row, or two where it is narrow.
  bar: { height: '48px', '@container (max-width: 560px)': { height: '84px' } },
});

/** Keeps the place of the bar while it is loaded: nothing jumps when it comes. */
export function EmptyBar() {
  const styles = useStyles();
  return (
    <div className={styles.room}>
      <div className={styles.bar} />
    </div>
  );
}
