import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import type { OneDriveError } from '../../lib';
import { useControl, useStore } from '../control-context';
import { ErrorDetails } from '../error-details';
import { useText } from '../text';
import { useViewState } from '../view-state';
import { failureText } from './failure-text';
import { OtherWay } from './other-way';
import { ResumeNotice } from './resume-notice';
import { useConnect } from './use-connect';
import { useConnected } from './use-connected';
import { WaitingStatus } from './waiting-status';
import { waitingText, type ConnectingState } from './waiting-text';

const useStyles = makeStyles({
  bar: { flexShrink: 0, borderRadius: '0' },
  body: { whiteSpace: 'normal' },
});

/**
 * Says that the sign-in has ended, above the work that stays on screen; also while a window for signing in
 * again is open. Where rights are asked for, the permission dialog speaks instead.
 */
export function ReconnectBar() {
  return (
    <>
      <SignIn />
      <ResumeNotice />
    </>
  );
}

function SignIn() {
  const control = useControl();
  const connection = useStore(control.connection);
  const asking = useStore(control.permission) !== undefined;
  const text = useText();
  const { announcement } = useViewState();
  useConnected(() => announcement.set(text('connect.done')));
  if (asking) return null;
  if (connection.state === 'connecting' && connection.account) return <Connecting connection={connection} />;
  if (connection.state === 'connected') return <Refused />;
  return connection.state === 'expired' ? <Expired error={connection.error} /> : null;
}

/** Nothing has changed, and that is what has to be said. */
function Refused() {
  const text = useText();
  const styles = useStyles();
  const connect = useConnect();
  const { refusal } = useViewState();
  const error = useStore(refusal);
  if (!error) return null;
  return (
    <MessageBar className={styles.bar} intent="error" layout="auto">
      <MessageBarBody className={styles.body}>
        {failureText(error, text)}
        <ErrorDetails error={error} />
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={connect.again}>
          {text('connect.tryAgain')}
        </Button>
        <OtherWay error={error} size="small" onContinue={connect.by} />
        <Button size="small" onClick={() => refusal.set(undefined)}>
          {text('resume.close')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function Expired({ error }: { readonly error: OneDriveError | undefined }) {
  const text = useText();
  const styles = useStyles();
  const connect = useConnect();
  const failed = error !== undefined && error.code !== 'sign-in-needed' && error.code !== 'cancelled';
  return (
    <MessageBar className={styles.bar} intent={failed ? 'error' : 'warning'} layout="auto">
      <MessageBarBody className={styles.body}>
        {failed ? failureText(error, text) : text('connect.expired')}
        {error?.code === 'admin-approval-needed' && <ErrorDetails error={error} />}
      </MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" size="small" onClick={() => connect()}>
          {text('connect.signInAgain')}
        </Button>
        <OtherWay error={error} size="small" onContinue={connect.by} />
      </MessageBarActions>
    </MessageBar>
  );
}

function Connecting({ connection }: { readonly connection: ConnectingState }) {
  const text = useText();
  const styles = useStyles();
  const control = useControl();
  const connect = useConnect();
  return (
    <MessageBar className={styles.bar} intent="info" layout="auto">
      <MessageBarBody className={styles.body}>
        <WaitingStatus words={text(waitingText(connection, control.signInOwner))} spins={false} />
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={connect.again}>
          {text('connect.tryAgain')}
        </Button>
        <Button size="small" onClick={() => control.cancelConnect()}>
          {text('connect.cancel')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
