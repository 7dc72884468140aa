import { Button, makeStyles, typographyStyles, type ButtonProps } from '@fluentui/react-components';
import type { OneDriveError } from '../../lib';
import { useControl } from '../control-context';
import { useText } from '../text';

const useStyles = makeStyles({ reason: { ...typographyStyles.caption1, margin: '0' } });

interface ContinueHereProps extends Pick<ButtonProps, 'size' | 'appearance'> {
  /** What the last attempt failed of, if it did. */
  readonly error: OneDriveError | undefined;
  readonly onContinue: () => void;
}

/** Where the browser blocks the window: a way without it, or why there is none. The page never goes away unasked. */
export function ContinueHere({ error, onContinue, ...look }: ContinueHereProps) {
  const text = useText();
  const styles = useStyles();
  const { redirect } = useControl();
  if (error?.code !== 'popup-blocked' || redirect === 'setting') return null;
  if (redirect !== 'possible') return <p className={styles.reason}>{text(`connect.stays.${redirect}`)}</p>;
  return (
    <Button {...look} onClick={onContinue}>
      {text('connect.continueHere')}
    </Button>
  );
}
