import { Button, makeStyles, typographyStyles, type ButtonProps } from '@fluentui/react-components';
import type { Interaction } from '../../auth';
import type { OneDriveError } from '../../lib';
import { useControl } from '../control-context';
import { useText } from '../text';

const useStyles = makeStyles({ reason: { ...typographyStyles.caption1, margin: '0' } });

interface OtherWayProps extends Pick<ButtonProps, 'size' | 'appearance'> {
  /** What the last attempt failed of, if it did. */
  readonly error: OneDriveError | undefined;
  readonly onContinue: (interaction: Interaction) => void;
}

/**
 * Where the browser blocks the window: a way without it, or why there is none. The page never goes away unasked. And
 * where it would lose work by going away: a window.
 */
export function OtherWay({ error, onContinue, ...look }: OtherWayProps) {
  const text = useText();
  const styles = useStyles();
  const { redirect } = useControl();
  if (error?.code === 'work-not-kept') {
    return (
      <Button {...look} onClick={() => onContinue('popup')}>
        {text('connect.inWindow')}
      </Button>
    );
  }
  if (error?.code !== 'popup-blocked' || redirect === 'setting') return null;
  if (redirect !== 'possible') return <p className={styles.reason}>{text(`connect.stays.${redirect}`)}</p>;
  return (
    <Button {...look} onClick={() => onContinue('redirect')}>
      {text('connect.continueHere')}
    </Button>
  );
}
