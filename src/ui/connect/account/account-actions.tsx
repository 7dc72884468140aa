import { Button, Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import {
  ArrowClockwiseRegular,
  PersonRegular,
  PersonSwapRegular,
  PlugDisconnectedRegular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { useControl, useStore } from '../../control-context';
import { useText } from '../../text';
import { useConnect } from '../use-connect';
import { useLeaveAccount } from '../use-leave-account';
import { useOtherAccounts } from '../use-other-accounts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'start' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  note: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  // Its box stands below the buttons, not its frame.
  tick: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  other: { maxWidth: '100%', overflowWrap: 'anywhere', textAlign: 'start' },
});

/** Another account, the same once more, or an end. */
export function AccountActions() {
  return useControl().signInOwner === 'host' ? <HostActions /> : <OwnActions />;
}

/** A page that signs its users in has ways out of its own. */
function HostActions() {
  const text = useText();
  const styles = useStyles();
  const connect = useConnect();
  return (
    <div className={styles.actions}>
      <p className={styles.note}>{text('account.hostActions')}</p>
      <Button icon={<ArrowClockwiseRegular />} onClick={() => connect()}>
        {text('account.renew')}
      </Button>
    </div>
  );
}

function OwnActions() {
  const text = useText();
  const styles = useStyles();
  const control = useControl();
  const connect = useConnect();
  const { switchTo, disconnect } = useLeaveAccount();
  const [signOut, setSignOut] = useState(false);
  const isBusy = useStore(control.connection).state === 'connecting';
  return (
    <div className={styles.actions}>
      <Others />
      <div className={styles.buttons}>
        <Button icon={<PersonSwapRegular />} onClick={() => switchTo({ selectAccount: true })}>
          {text('account.switch')}
        </Button>
        <Button
          icon={<ArrowClockwiseRegular />}
          onClick={() => connect({ askConsent: true })}
          disabledFocusable={isBusy}
        >
          {text('account.reconnect')}
        </Button>
        <Button icon={<PlugDisconnectedRegular />} onClick={() => disconnect({ signOut })}>
          {text('account.disconnect')}
        </Button>
      </div>
      <p className={styles.note}>{text('account.reconnectHint')}</p>
      <Checkbox
        className={styles.tick}
        checked={signOut}
        onChange={(_event, { checked }) => setSignOut(checked === true)}
        label={text('account.alsoSignOut')}
      />
    </div>
  );
}

/** Who else is signed in here: changing to them takes one click. */
function Others() {
  const text = useText();
  const styles = useStyles();
  const { switchTo } = useLeaveAccount();
  const others = useOtherAccounts();
  return others.map((account) => (
    <Button
      key={account.id}
      className={styles.other}
      icon={<PersonRegular />}
      onClick={() => switchTo({ account })}
    >
      {text('account.switchTo', { name: account.name, address: account.username })}
    </Button>
  ));
}
