import {
  Avatar,
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  PresenceBadge,
  tokens,
  Tooltip,
  typographyStyles,
  useId,
} from '@fluentui/react-components';
import {
  PersonArrowRightRegular,
  PersonRegular,
  PersonSwapRegular,
  PlugConnectedRegular,
  PlugDisconnectedRegular,
  SignOutRegular,
} from '@fluentui/react-icons';
import type { Account, Connection } from '../../auth';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { useViewState } from '../view-state';
import { AccountAvatar } from './account/account-avatar';
import { Storage } from './account/storage';
import { useAccountFacts } from './account/use-account-facts';
import { CONNECTION_WORDS } from './connection-words';
import { useConnect } from './use-connect';
import { useLeaveAccount } from './use-leave-account';
import { useOtherAccounts } from './use-other-accounts';

const useStyles = makeStyles({
  button: { minWidth: '32px', flexShrink: 0, padding: '0', borderRadius: tokens.borderRadiusCircular },
  popover: {
    boxSizing: 'border-box',
    minWidth: '240px',
    // Beside a page's edge on a small screen.
    maxWidth: 'min(320px, 100vw - 24px)',
    // As wide as the menu is: Fluent's own items end before.
    '& [role="menuitem"]': { maxWidth: 'none' },
  },
  who: {
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    padding: tokens.spacingHorizontalM,
  },
  words: { minWidth: '0', overflowWrap: 'anywhere' },
  name: typographyStyles.subtitle2,
  muted: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  state: {
    ...typographyStyles.caption1,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    marginBlockStart: tokens.spacingVerticalXXS,
  },
});

const POSITIONING = { position: 'below', align: 'end', overflowBoundaryPadding: 8 } as const;

/** Who is signed in, for how long, and the ways out. */
export function AccountMenu() {
  const text = useText();
  const styles = useStyles();
  const control = useControl();
  const connection = useStore(control.connection);
  const connect = useConnect();
  const { dialog } = useViewState();
  const whoId = useId('account-');
  if (!('account' in connection) || !connection.account) return null;
  const { account } = connection;
  const isHost = control.signInOwner === 'host';
  const isExpired = connection.state === 'expired';
  return (
    <Menu positioning={POSITIONING}>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={text('account.button')} relationship="label">
          <Button className={styles.button} appearance="transparent">
            <Avatar name={account.name} size={28} color="brand" aria-hidden />
          </Button>
        </Tooltip>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <Who id={whoId} account={account} connection={connection} isHost={isHost} />
        <MenuDivider />
        <MenuList aria-describedby={whoId}>
          {(isExpired || isHost) && (
            <MenuItem icon={<PersonArrowRightRegular />} onClick={() => connect()}>
              {text(isExpired ? 'connect.signInAgain' : 'account.renew')}
            </MenuItem>
          )}
          <MenuItem icon={<PlugConnectedRegular />} onClick={() => dialog.set({ kind: 'account' })}>
            {text('account.details')}
          </MenuItem>
          {!isHost && <WaysOut />}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** A page that signs its users in has ways out of its own. */
function WaysOut() {
  const text = useText();
  const { switchTo, disconnect } = useLeaveAccount();
  const others = useOtherAccounts();
  return (
    <>
      {others.map((account) => (
        <MenuItem key={account.id} icon={<PersonRegular />} onClick={() => switchTo({ account })}>
          {text('account.switchTo', { name: account.name, address: account.username })}
        </MenuItem>
      ))}
      <MenuItem icon={<PersonSwapRegular />} onClick={() => switchTo({ selectAccount: true })}>
        {text('account.switch')}
      </MenuItem>
      <MenuItem icon={<PlugDisconnectedRegular />} onClick={() => disconnect()}>
        {text('account.disconnect')}
      </MenuItem>
      <MenuItem icon={<SignOutRegular />} onClick={() => disconnect({ signOut: true })}>
        {text('account.signOut')}
      </MenuItem>
    </>
  );
}

interface WhoProps {
  readonly id: string;
  readonly account: Account;
  readonly connection: Connection;
  readonly isHost: boolean;
}

function Who({ id, account, connection, isHost }: WhoProps) {
  const text = useText();
  const styles = useStyles();
  const expiresOn = connection.state === 'connected' ? connection.expiresOn : undefined;
  const { photo, drive } = useAccountFacts(account);
  return (
    <div id={id} className={styles.who}>
      <AccountAvatar name={account.name} photo={photo} size={40} />
      <div className={styles.words}>
        <div className={styles.name}>{account.name}</div>
        <div className={styles.muted}>{account.username}</div>
        {isHost && <div className={styles.muted}>{text('account.host')}</div>}
        <div className={styles.state}>
          <PresenceBadge
            size="tiny"
            status={connection.state === 'connected' ? 'available' : 'away'}
            aria-hidden
          />
          {text(CONNECTION_WORDS[connection.state])}
        </div>
        {expiresOn !== undefined && (
          <div className={styles.muted}>{text('account.expires', { time: text.date(expiresOn) })}</div>
        )}
        {drive.status === 'known' && <Storage quota={drive.drive.quota} />}
      </div>
    </div>
  );
}
