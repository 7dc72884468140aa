import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { OneDriveError } from '../../lib';
import { useText } from '../text';
import { describeAdvice } from './describe-advice';
import { ErrorDetails } from '../error-details';
import { CloudTroublePicture } from './pictures';
import { StatePanel } from './state-panel';
import { useRecovery } from './use-recovery';

const useStyles = makeStyles({
  countdown: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** Nothing could be listed: what happened, what it means, one way out, and the facts on demand. */
export function FailedListing({ error }: { readonly error: OneDriveError }) {
  const styles = useStyles();
  const text = useText();
  const { action, countdown } = useRecovery();
  return (
    <StatePanel
      alert
      picture={<CloudTroublePicture />}
      title={text(`error.${error.code}.title`)}
      advice={describeAdvice(error, text)}
      actions={
        action && (
          <Button appearance="primary" onClick={action.run}>
            {action.label}
          </Button>
        )
      }
    >
      {countdown && <span className={styles.countdown}>{countdown}</span>}
      <ErrorDetails error={error} />
    </StatePanel>
  );
}
