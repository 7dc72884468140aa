import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { AccessEntry, ChangedRole, DriveItem, ItemSharing } from '../../drive';
import { useStore } from '../control-context';
import { ErrorNotice } from '../error-details';
import { useText } from '../text';
import { useElement } from '../use-element';
import { AccessRow } from './access-row';
import { namePermission } from './permission-text';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'stretch' },
  list: {
    listStyleType: 'none',
    margin: '0',
    padding: '0',
    display: 'flex',
    flexDirection: 'column',
    borderRadius: tokens.borderRadiusMedium,
  },
  again: { alignSelf: 'start' },
  status: { color: tokens.colorNeutralForeground2, minHeight: '1lh' },
});

interface AccessPartProps {
  readonly item: DriveItem;
  readonly sharing: ItemSharing;
}

/** The owners, people and links by which an item can be reached. */
export function AccessPart({ item, sharing }: AccessPartProps) {
  const text = useText();
  const styles = useStyles();
  const { listing, entries } = useStore(sharing.state);
  const [said, setSaid] = useState('');
  const [list, setList] = useElement<HTMLUListElement>();
  const shown = entries.filter(({ change }) => change.status !== 'running' || change.kind !== 'revoke');

  const changeRole = async ({ permission }: AccessEntry, role: ChangedRole) => {
    const isDone = await sharing.changeRole(permission.id, role);
    const name = namePermission(permission, text);
    if (isDone) setSaid(text('share.roleChanged', { name, role: text(`share.role.${role}`) }));
  };
  const revoke = async ({ permission }: AccessEntry) => {
    // Its row goes at once, and the focus with it.
    list.current?.focus();
    const isDone = await sharing.revoke(permission.id);
    if (isDone) setSaid(text('share.removed', { name: namePermission(permission, text) }));
  };
  return (
    <div className={styles.part}>
      {listing.status === 'failed' && (
        <>
          <ErrorNotice error={listing.error} />
          <Button className={styles.again} onClick={() => sharing.refresh()}>
            {text('share.list.tryAgain')}
          </Button>
        </>
      )}
      {listing.status === 'loading' && shown.length === 0 && <Spinner label={text('share.loading')} />}
      <ul
        ref={setList}
        className={styles.list}
        aria-label={text('share.list', { name: item.name })}
        aria-busy={listing.status === 'loading'}
        tabIndex={-1}
      >
        {shown.map((entry) => (
          <AccessRow
            key={entry.permission.id}
            entry={entry}
            onRole={(role) => void changeRole(entry, role)}
            onRevoke={() => void revoke(entry)}
          />
        ))}
      </ul>
      {listing.status === 'known' && shown.length === 0 && <div>{text('share.list.empty')}</div>}
      <div role="status" className={styles.status}>
        {said}
      </div>
    </div>
  );
}
