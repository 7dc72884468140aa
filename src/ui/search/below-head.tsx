import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { useFoundText } from './use-found-text';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    flexShrink: 0,
    gap: tokens.spacingHorizontalS,
    paddingInline: tokens.spacingHorizontalM,
    paddingBlockEnd: tokens.spacingVerticalS,
  },
  count: {
    flexGrow: 1,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Above all that lies below a folder: how much is known of it by now, and the way back to its folders. */
export function BelowHead() {
  const styles = useStyles();
  const text = useText();
  const { folder } = useControl();
  const { listing, itemCount } = useStore(folder.state);
  useFoundText();
  const isSoFar = listing.status !== 'complete';
  return (
    <div className={styles.head} role="group" aria-label={text('below.label')}>
      <span className={styles.count}>
        {text(isSoFar ? 'below.soFar' : 'below.found', { count: itemCount })}
      </span>
      <Button size="small" onClick={() => folder.up()}>
        {text('below.leave')}
      </Button>
    </div>
  );
}
