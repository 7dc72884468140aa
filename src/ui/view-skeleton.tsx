import { makeStyles } from '@fluentui/react-components';
import { SkeletonRows } from './list-states';

const useStyles = makeStyles({ bars: { flexShrink: 0, height: '88px' } });

/** The control before it is known what it will show. */
export function ViewSkeleton() {
  const styles = useStyles();
  return (
    <>
      <div className={styles.bars} />
      <SkeletonRows />
    </>
  );
}
