import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import type { ErrorCode } from '../../lib';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { useConnect } from './use-connect';

const useStyles = makeStyles({
  bar: { flexShrink: 0, borderRadius: '0' },
  body: { whiteSpace: 'normal' },
});

/**
 * Says that the sign-in has ended, above the work that stays on screen; also while a window for signing in
 * again is open. Where rights are asked for, the permission dialog speaks instead.
 */
export function ReconnectBar() {
  const control = useControl();
  const connection = useStore(control.connection);
  const asking = useStore(control.permission) !== undefined;
  if (asking) return null;
  if (connection.state === 'connecting' && connection.account) return <Connecting />;
  return connection.state === 'expired' ? <Expired error={connection.error?.code} /> : null;
}

function Expired({ error }: { readonly error: ErrorCode | undefined }) {
  const text = useText();
  const styles = useStyles();
  const connect = useConnect();
  const failed = error !== undefined && error !== 'sign-in-needed' && error !== 'cancelled';
  return (
    <MessageBar className={styles.bar} intent={failed ? 'error' : 'warning'} layout="auto">
      <MessageBarBody className={styles.body}>
        {failed
          ? text('transfer.failure', {
              title: text(`error.${error}.title`),
              advice: text(`error.${error}.advice`),
            })
          : text('connect.expired')}
      </MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" size="small" onClick={() => connect()}>
          {text('connect.signInAgain')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function Connecting() {
  const text = useText();
  const styles = useStyles();
  const control = useControl();
  const connect = useConnect();
  return (
    <MessageBar className={styles.bar} intent="info" layout="auto">
      <MessageBarBody className={styles.body}>
        {text(control.signInOwner === 'host' ? 'connect.hostWaiting' : 'connect.waiting')}
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
