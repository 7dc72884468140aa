import { makeStyles, MessageBar, MessageBarBody, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useControl, useStore } from '../../control-context';
import { useText } from '../../text';
import { ConnectCard } from '../connect-card';
import { ReconnectBar } from '../reconnect-bar';
import { useConnected } from '../use-connected';
import { AccountCard } from './account-card';

const useStyles = makeStyles({
  panel: { overflow: 'auto', flexGrow: 1 },
  bar: { borderRadius: 0 },
  card: { padding: tokens.spacingHorizontalL, maxWidth: '640px' },
  starting: { padding: tokens.spacingHorizontalXXL },
});

/** The connection alone, as a part of somebody’s account settings. */
export function AccountPanel() {
  const text = useText();
  const styles = useStyles();
  const control = useControl();
  const connection = useStore(control.connection);
  const account = 'account' in connection ? connection.account : undefined;
  const [connectedAs, setConnectedAs] = useState<string>();
  useConnected(() => {
    const now = control.connection.get();
    setConnectedAs(now.state === 'connected' ? now.account.id : undefined);
  });
  // What was told of one connection is not true of the next.
  if (!account && connectedAs !== undefined) setConnectedAs(undefined);
  if (connection.state === 'starting') return <Spinner className={styles.starting} delay={300} />;
  if (!account) return <ConnectCard />;
  return (
    <div className={styles.panel}>
      <ReconnectBar />
      {connection.state === 'connected' && connectedAs === account.id && (
        <MessageBar className={styles.bar} intent="success" layout="auto">
          <MessageBarBody>{text('connect.done')}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.card}>
        <AccountCard key={account.id} account={account} />
      </div>
    </div>
  );
}
