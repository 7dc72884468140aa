import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import type { Listing } from '../../drive';
import type { OneDriveError } from '../../lib';
import { useControl, useStore } from '../control-context';
import { later } from '../later';
import { useText } from '../text';
import { FilterChips } from '../views';
import { describeAdvice } from './describe-advice';
import { useRecovery } from './use-recovery';

const useStyles = makeStyles({
  bar: { flexShrink: 0, marginInline: tokens.spacingHorizontalM, marginBlockEnd: tokens.spacingVerticalS },
  body: { whiteSpace: 'normal' },
});

const load = () => import('./above-rows');
const CollectionNotice = later(async () => (await load()).CollectionNotice);
const CollectionHead = later(async () => (await load()).CollectionHead);

/** What is to be known while rows stay on screen. */
export function ListNotices() {
  const styles = useStyles();
  const text = useText();
  const control = useControl();
  const online = useStore(control.online);
  const { listing, rows, note, path, asOf, missed } = useStore(control.folder.state);
  const elsewhere = path.at(-1)?.elsewhere;
  const notice = noticeOf(online, listing.status, asOf);
  const failed = listing.status === 'failed' && rows.length > 0 ? listing.error : undefined;
  return (
    <>
      {notice && rows.length > 0 && (
        <MessageBar intent="warning" className={styles.bar}>
          <MessageBarBody className={styles.body}>
            {text(notice, asOf === undefined ? undefined : { time: text.date(asOf) })}
          </MessageBarBody>
        </MessageBar>
      )}
      {elsewhere && <CollectionHead kind={elsewhere.kind} />}
      {missed !== undefined && (
        <MessageBar intent="info" className={styles.bar}>
          <MessageBarBody className={styles.body}>{text('state.missed', { name: missed })}</MessageBarBody>
        </MessageBar>
      )}
      <FilterChips />
      {note && rows.length > 0 && (
        <CollectionNotice note={note} className={styles.bar} bodyClassName={styles.body} />
      )}
      {failed && (online || failed.code !== 'offline') && <FailureNotice error={failed} />}
    </>
  );
}

/** Rows while the folder is still being looked for were kept from another time. */
function noticeOf(online: boolean, status: Listing['status'], asOf: number | undefined) {
  if (!online) return asOf === undefined ? 'state.offline' : 'state.offlineAsOf';
  return status === 'loading' && asOf !== undefined ? 'state.waitingAsOf' : undefined;
}

function FailureNotice({ error }: { readonly error: OneDriveError }) {
  const styles = useStyles();
  const text = useText();
  const { action, countdown } = useRecovery();
  // Signing in again is offered by the bar of the connection.
  if (error.code === 'sign-in-needed' && !action) return null;
  return (
    <MessageBar intent={error.retry === 'later' ? 'warning' : 'error'} className={styles.bar}>
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{text(`error.${error.code}.title`)}</MessageBarTitle> {describeAdvice(error, text)}{' '}
        {countdown}
      </MessageBarBody>
      {action && (
        <MessageBarActions>
          <Button size="small" onClick={action.run}>
            {action.label}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
