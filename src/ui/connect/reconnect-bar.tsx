import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { useConnect } from './use-connect';

const useStyles = makeStyles({
  bar: { flexShrink: 0, borderRadius: '0' },
  body: { whiteSpace: 'normal' },
});

/**
 * Says that the sign-in has ended, above the work that stays on screen; also while a window for signing in
 * again is open.
 */
export function ReconnectBar() {
  const text = useText();
  const styles = useStyles();
  const control = useControl();
  const { state } = useStore(control.connection);
  const hasWork = useStore(control.folder.state).path.length > 0;
  const connect = useConnect();
  const connecting = state === 'connecting' && hasWork;
  if (state !== 'expired' && !connecting) return null;
  return (
    <MessageBar className={styles.bar} intent="warning" layout="auto">
      <MessageBarBody className={styles.body}>
        {text(connecting ? 'connect.waiting' : 'connect.expired')}
      </MessageBarBody>
      <MessageBarActions>
        <Button appearance={connecting ? 'secondary' : 'primary'} size="small" onClick={() => connect()}>
          {text(connecting ? 'connect.tryAgain' : 'connect.signInAgain')}
        </Button>
        {connecting && (
          <Button size="small" onClick={() => control.cancelConnect()}>
            {text('connect.cancel')}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
