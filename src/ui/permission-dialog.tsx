import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ShieldKeyholeRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import type { Interaction, PermissionRequest } from '../auth';
import { useControl, useStore } from './control-context';
import { OtherWay } from './connect/other-way';
import { WaitingStatus } from './connect/waiting-status';
import { Modal } from './dialogs/modal';
import { useInitialFocus, useReturnFocus } from './dialogs/use-return-focus';
import { ErrorNotice } from './error-details';
import { useText } from './text';
import { useElement } from './use-element';

const useStyles = makeStyles({
  reason: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'start' },
  icon: { fontSize: '32px', color: tokens.colorBrandForeground1, flexShrink: 0 },
  explanation: { color: tokens.colorNeutralForeground2, marginBlockStart: tokens.spacingVerticalS },
});

const TITLES = {
  read: 'permission.title',
  write: 'permission.title',
  'read-all': 'permission.title.readAll',
  'write-all': 'permission.title.writeAll',
  sites: 'permission.title.sites',
  teams: 'permission.title.teams',
} as const;

/** Explains, at the moment it is first needed, why more rights are asked for. */
export function PermissionDialog() {
  const request = useStore(useControl().permission);
  return request ? <Asking request={request} /> : null;
}

function Asking({ request }: { readonly request: PermissionRequest }) {
  const text = useText();
  const styles = useStyles();
  const control = useControl();
  const anchor = useRef<HTMLSpanElement>(null);
  const [button, setButton] = useElement<HTMLButtonElement>();
  const connecting = request.status === 'connecting';
  const isHost = control.signInOwner === 'host';
  useReturnFocus(anchor);
  useInitialFocus(true, () => button.current?.focus());

  // Called straight from the click, or the browser blocks the window. The outcome stands in `permission`.
  const grant = () => void control.grantPermission();
  const grantBy = (interaction: Interaction) => void control.grantPermission({ interaction });
  const decline = () => control.declinePermission();
  const action = request.status === 'asking' ? 'permission.action' : 'permission.tryAgain';
  return (
    <>
      <span ref={anchor} hidden />
      <Modal
        open
        title={text(request.reason === 'restore' ? 'permission.title' : TITLES[request.access])}
        onSubmit={grant}
        onDismiss={decline}
        actions={
          <>
            <Button ref={setButton} type="submit" appearance={connecting ? 'secondary' : 'primary'}>
              {text(action)}
            </Button>
            <Button onClick={decline}>{text(connecting ? 'permission.cancel' : 'permission.decline')}</Button>
          </>
        }
      >
        <div className={styles.reason}>
          <ShieldKeyholeRegular className={styles.icon} aria-hidden />
          <div>
            <div>{text(`permission.${request.reason}`)}</div>
            <div className={styles.explanation}>
              {text(isHost ? 'permission.hostExplanation' : 'permission.explanation')}
            </div>
          </div>
        </div>
        <Waiting isConnecting={connecting} />
        {request.status === 'failed' && (
          <>
            <ErrorNotice error={request.error} />
            <OtherWay error={request.error} onContinue={grantBy} />
          </>
        )}
      </Modal>
    </>
  );
}

function Waiting({ isConnecting }: { readonly isConnecting: boolean }) {
  const text = useText();
  const control = useControl();
  const connection = useStore(control.connection);
  const { interaction = 'popup', isWindowGone = false } = connection.state === 'connecting' ? connection : {};
  const own = interaction === 'popup' ? 'permission.waiting' : 'connect.leaving';
  const expected = control.signInOwner === 'host' ? 'permission.hostWaiting' : own;
  const words = text(isWindowGone ? 'connect.windowGone' : expected);
  return <WaitingStatus words={isConnecting ? words : undefined} spins={!isWindowGone} />;
}
