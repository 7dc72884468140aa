import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { OneDriveError } from '../../lib';
import { ErrorNotice } from '../error-details';
import { useText } from '../text';

const useStyles = makeStyles({
  failure: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: tokens.spacingVerticalS,
    '> *:first-child': { alignSelf: 'stretch' },
  },
});

/** Why a section could not be read, and the way to try again; the others stay as they are. */
export function SectionFailure({
  error,
  onRetry,
}: {
  readonly error: OneDriveError;
  readonly onRetry: () => void;
}) {
  const text = useText();
  const styles = useStyles();
  return (
    <div className={styles.failure}>
      <ErrorNotice error={error} />
      <Button size="small" onClick={onRetry}>
        {text('state.tryAgain')}
      </Button>
    </div>
  );
}
