import { Button, makeStyles, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState } from 'react';
import type { OneDriveError } from '../../lib';
import { useControl, useStore } from '../control-context';
import { ErrorNotice } from '../error-details';
import { later } from '../later';
import { useText } from '../text';
import { useViewState } from '../view-state';
import { CloudPicture } from './cloud-picture';
import { OtherWay } from './other-way';
import { handFocusOn } from './hand-focus-on';
import { useConnect } from './use-connect';
import { useConnected } from './use-connected';
import { useDeveloperHint } from './use-developer-hint';
import { WaitingStatus } from './waiting-status';
import { waitingText, type ConnectingState } from './waiting-text';
import { WhatIsAsked } from './what-is-asked';
import { whoseAccount } from './whose-account';

const WindowErrorHelp = later(
  async () => (await import('../error-details/window-error-help')).WindowErrorHelp,
);

const useStyles = makeStyles({
  place: {
    display: 'flex',
    flexGrow: 1,
    minHeight: '0',
    overflow: 'auto',
    padding: tokens.spacingHorizontalL,
    boxSizing: 'border-box',
  },
  card: {
    // Auto margins, not centring: a tall card on a low screen stays reachable at its top.
    margin: 'auto',
    width: '100%',
    maxWidth: '400px',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    textAlign: 'center',
    color: tokens.colorNeutralForeground1,
  },
  title: { ...typographyStyles.title3, margin: '0' },
  muted: { margin: '0', color: tokens.colorNeutralForeground2 },
  small: { ...typographyStyles.caption1, margin: '0', color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalS },
  error: { alignSelf: 'stretch' },
});

/** What stands where the files would be, while nobody is signed in. */
export function ConnectCard() {
  const text = useText();
  const styles = useStyles();
  const control = useControl();
  const connection = useStore(control.connection);
  const connect = useConnect();
  const isHost = control.signInOwner === 'host';
  const hasTried = useHasTried(connection.state === 'connecting');
  const { announcement } = useViewState();
  const heading = useRef<HTMLHeadingElement>(null);
  const isKnown = connection.state !== 'starting';
  useLayoutEffect(() => (isKnown ? handFocusOn(heading.current) : undefined), [isKnown]);
  useConnected(() => announcement.set(text('connect.done')));
  useDeveloperHint(connection);
  if (connection.state === 'starting') return <Spinner className={styles.place} delay={300} />;
  const error = connection.state === 'signed-out' ? connection.error : undefined;
  // A button that goes when it is pressed would take the focus along.
  const toHeading = () => heading.current?.focus();
  const start = () => {
    toHeading();
    connect();
  };
  const connecting = connection.state === 'connecting';
  return (
    <div className={styles.place}>
      <section className={styles.card} aria-label={text('connect.title')}>
        <CloudPicture />
        <h2 ref={heading} className={styles.title} tabIndex={-1}>
          {text('connect.title')}
        </h2>
        <WaitingStatus
          words={connecting ? text(waitingText(connection, control.signInOwner)) : undefined}
          spins={connecting && !connection.isWindowGone}
        />
        {connecting ? (
          <Waiting connection={connection} onCancel={toHeading} />
        ) : (
          <p className={styles.muted}>{text(isHost ? 'connect.host' : whoseAccount(control))}</p>
        )}
        {error && !isSilent(error, isHost) && (
          <div className={styles.error}>
            <ErrorNotice error={error} />
          </div>
        )}
        {!connecting && (
          <>
            <Button appearance="primary" size="large" onClick={start}>
              {text(isHost && error ? 'connect.tryAgain' : 'connect.action')}
            </Button>
            <OtherWay error={error} size="large" onContinue={connect.by} />
            {!isHost && <WhatIsAsked />}
            {!isHost && <p className={styles.small}>{text('connect.privacy')}</p>}
          </>
        )}
        {hasTried && !isHost && <WindowErrorHelp />}
      </section>
    </div>
  );
}

/** An error in the window is looked up while it is open, or when it was given up because of it. */
function useHasTried(connecting: boolean): boolean {
  const [hasTried, setHasTried] = useState(connecting);
  if (connecting && !hasTried) setHasTried(true);
  return hasTried;
}

/** A page that gives no token has nobody signed in: the card says so. What is wrong with a token is told. */
function isSilent({ code, status, serviceCode }: OneDriveError, isHost: boolean): boolean {
  const isPlain = status === undefined && serviceCode === undefined;
  return code === 'cancelled' || (isHost && code === 'sign-in-needed' && isPlain);
}

interface WaitingProps {
  readonly connection: ConnectingState;
  /** Called before it goes. */
  readonly onCancel: () => void;
}

/** While the window is open. Nothing is locked: cancel and another try are at hand from the first second. */
function Waiting({ connection, onCancel }: WaitingProps) {
  const text = useText();
  const styles = useStyles();
  const control = useControl();
  const connect = useConnect();
  const { isWindowGone = false, interaction } = connection;
  return (
    <>
      {interaction === 'popup' && !isWindowGone && (
        <p className={styles.small}>{text('connect.popupHint')}</p>
      )}
      {control.redirect === 'frame' && <p className={styles.small}>{text('connect.framed')}</p>}
      <div className={styles.buttons}>
        <Button onClick={connect.again}>{text('connect.tryAgain')}</Button>
        <Button
          onClick={() => {
            onCancel();
            control.cancelConnect();
          }}
        >
          {text('connect.cancel')}
        </Button>
      </div>
    </>
  );
}
