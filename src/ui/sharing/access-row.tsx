import {
  Avatar,
  Button,
  makeStyles,
  mergeClasses,
  Select,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { CopyRegular, DeleteRegular, ShareRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { AccessEntry, ChangedRole, Permission } from '../../drive';
import { createBrowserEnvironment } from '../../lib';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { ConfirmRevoke } from './confirm-revoke';
import { LinkAddress } from './link-address';
import { describePermission, failureText, namePermission } from './permission-text';
import { useCopy } from './use-copy';

const environment = createBrowserEnvironment();

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center', flexWrap: 'wrap' },
  who: { flexGrow: 1, flexBasis: '160px', minWidth: '0', overflowWrap: 'anywhere' },
  name: { ...typographyStyles.body1Strong, unicodeBidi: 'plaintext' },
  fact: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, unicodeBidi: 'plaintext' },
  failure: { color: tokens.colorStatusDangerForeground1 },
  role: { minWidth: '112px' },
});

interface AccessRowProps {
  readonly entry: AccessEntry;
  readonly onRole: (role: ChangedRole) => void;
  readonly onRevoke: () => void;
}

/** One way to an item: whose, what it allows, and what can be done about it here. */
export function AccessRow({ entry, onRole, onRevoke }: AccessRowProps) {
  const text = useText();
  const styles = useStyles();
  const { permission, change } = entry;
  const { link, inheritedFrom, role } = permission;
  const isOwn = useIsOwn(permission);
  const [asks, setAsks] = useState(false);
  const { copied, copy } = useCopy();
  const remove = useRef<HTMLElement>(null);
  const name = namePermission(permission, text);
  const isFixed = inheritedFrom !== undefined || role === 'owner';
  const isRunning = change.status === 'running';
  return (
    <li className={styles.row} aria-busy={isRunning}>
      <div className={styles.line}>
        {link ? (
          <Avatar size={32} shape="square" icon={<ShareRegular />} aria-hidden />
        ) : (
          <Avatar size={32} name={name} color="colorful" aria-hidden />
        )}
        <div className={styles.who}>
          <div className={styles.name}>{isOwn ? text('share.you', { name }) : name}</div>
          {describePermission(permission, environment.now(), text).map((fact) => (
            <div key={fact} className={styles.fact}>
              {fact}
            </div>
          ))}
        </div>
        {!link && <Role permission={permission} isFixed={isFixed} isRunning={isRunning} onRole={onRole} />}
        {link?.address && (
          <Button
            appearance="subtle"
            icon={<CopyRegular />}
            aria-label={text('share.copyLink', { name })}
            title={text('share.copy')}
            onClick={() => link.address && void copy(link.address)}
          />
        )}
        {!isFixed && !asks && (
          <Button
            ref={(button: HTMLElement | null) => {
              remove.current = button;
            }}
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={text(link ? 'share.removeLink' : 'share.removeOf', { name })}
            title={text('share.remove')}
            disabledFocusable={isRunning}
            onClick={() => setAsks(true)}
          />
        )}
      </div>
      {link?.address && copied === 'refused' && <LinkAddress address={link.address} isSelected />}
      {copied && (
        <div role="status" className={styles.fact}>
          {text(copied === 'copied' ? 'share.copied' : 'share.copyRefused')}
        </div>
      )}
      {asks && (
        <ConfirmRevoke
          permission={permission}
          isOwn={isOwn}
          onRevoke={() => {
            setAsks(false);
            onRevoke();
          }}
          onKeep={() => {
            setAsks(false);
            requestAnimationFrame(() => remove.current?.focus());
          }}
        />
      )}
      {change.status === 'failed' && (
        <div role="alert" className={mergeClasses(styles.fact, styles.failure)}>
          {text(`share.failed.${change.kind}`, { reason: failureText(change.error, text) })}
        </div>
      )}
    </li>
  );
}

interface RoleProps {
  readonly permission: Permission;
  readonly isFixed: boolean;
  readonly isRunning: boolean;
  readonly onRole: AccessRowProps['onRole'];
}

/** A choice where the service lets it be changed: of links it does not. */
function Role({ permission: { role, people }, isFixed, isRunning, onRole }: RoleProps) {
  const text = useText();
  const styles = useStyles();
  if (isFixed || role === 'other') return <span className={styles.fact}>{text(`share.role.${role}`)}</span>;
  return (
    <Select
      className={styles.role}
      size="small"
      aria-label={text('share.roleOf', { name: people[0]?.name ?? '' })}
      value={role}
      disabled={isRunning}
      onChange={(_, { value }) => onRole(value === 'write' ? 'write' : 'read')}
    >
      {(['read', 'write'] as const).map((each) => (
        <option key={each} value={each}>
          {text(`share.role.${each}`)}
        </option>
      ))}
    </Select>
  );
}

/** Whether it is the access of whoever is signed in. */
function useIsOwn({ link, people }: Permission): boolean {
  const connection = useStore(useControl().connection);
  const address = 'account' in connection ? connection.account?.username.toLowerCase() : undefined;
  if (link || !address) return false;
  return people.some(({ email }) => email?.toLowerCase() === address);
}
