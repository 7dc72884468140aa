import { Link, makeStyles, PresenceBadge, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Account, Connection } from '../../../auth';
import { useControl, useStore } from '../../control-context';
import { useText } from '../../text';
import { CONNECTION_WORDS } from '../connection-words';
import { AccessUntil } from './access-until';
import { AccountActions } from './account-actions';
import { AccountAvatar } from './account-avatar';
import { Permissions } from './permissions';
import { Storage } from './storage';
import { tenantText } from './tenant-text';
import { useAccountFacts, type ShownFacts } from './use-account-facts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    containerType: 'inline-size',
  },
  who: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  name: { ...typographyStyles.subtitle1, margin: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
  state: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    '@container (max-width: 380px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: 0 },
  },
  term: { color: tokens.colorNeutralForeground2 },
  fact: {
    margin: 0,
    minWidth: 0,
    overflowWrap: 'anywhere',
    '@container (max-width: 380px)': { marginBlockEnd: tokens.spacingVerticalM },
  },
  title: { ...typographyStyles.body1Strong, margin: 0, marginBlockEnd: tokens.spacingVerticalS },
});

/** Everything there is to know about a connection, and what can be done with it. */
export function AccountCard({ account }: { readonly account: Account }) {
  const text = useText();
  const styles = useStyles();
  const control = useControl();
  const connection = useStore(control.connection);
  const shown = useAccountFacts(account);
  const scopes = connection.state === 'connected' ? connection.scopes : undefined;
  return (
    <div className={styles.card}>
      <Who account={account} state={connection.state} photo={shown.photo} />
      <Facts account={account} connection={connection} shown={shown} />
      {scopes && (
        <section aria-label={text('account.permissions')}>
          <h3 className={styles.title}>{text('account.permissions')}</h3>
          <Permissions scopes={scopes} />
        </section>
      )}
      <AccountActions />
      {shown.consentPage && (
        <Link href={shown.consentPage} target="_blank" rel="noreferrer">
          {text('account.consentPage')}
        </Link>
      )}
    </div>
  );
}

interface WhoProps {
  readonly account: Account;
  readonly state: Connection['state'];
  readonly photo: string | undefined;
}

function Who({ account, state, photo }: WhoProps) {
  const text = useText();
  const styles = useStyles();
  const isHost = useControl().signInOwner === 'host';
  return (
    <div className={styles.who}>
      <AccountAvatar name={account.name} photo={photo} size={56} />
      <div className={styles.words}>
        <h2 className={styles.name} tabIndex={-1}>
          {account.name || text('account.nameless')}
        </h2>
        <div className={styles.muted}>{account.username}</div>
        {isHost && <div className={styles.muted}>{text('account.host')}</div>}
        <div className={styles.state}>
          <PresenceBadge size="tiny" status={state === 'connected' ? 'available' : 'away'} aria-hidden />
          {text(CONNECTION_WORDS[state])}
        </div>
      </div>
    </div>
  );
}

interface FactsProps {
  readonly account: Account;
  readonly connection: Connection;
  readonly shown: ShownFacts;
}

function Facts({ account, connection, shown }: FactsProps) {
  const text = useText();
  const styles = useStyles();
  const { since, expiresOn } = connection.state === 'connected' ? connection : {};
  const tenant = shown.isPersonal ? text('account.personal') : tenantText(account);
  return (
    <dl className={styles.facts}>
      {tenant !== '' && <Fact term={text('account.tenant')}>{tenant}</Fact>}
      <DriveFact drive={shown.drive} />
      {since !== undefined && <Fact term={text('account.since')}>{text.date(since)}</Fact>}
      {expiresOn !== undefined && (
        <Fact term={text('account.until')}>
          <AccessUntil expiresOn={expiresOn} />
        </Fact>
      )}
    </dl>
  );
}

function DriveFact({ drive }: Pick<ShownFacts, 'drive'>) {
  const text = useText();
  const term = text('account.drive');
  switch (drive.status) {
    case 'loading':
      return <Fact term={term}>{text('account.driveLoading')}</Fact>;
    case 'failed':
      return <Fact term={term}>{text(`error.${drive.error.code}.title`)}</Fact>;
    case 'known': {
      const { driveType, quota } = drive.drive;
      return (
        <Fact term={term}>
          {driveType && text(`account.drive.${driveType}`)}
          <Storage quota={quota} />
        </Fact>
      );
    }
  }
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.fact}>{children}</dd>
    </>
  );
}
