import { Button } from '@fluentui/react-components';
import type { DriveItem } from '../../drive';
import type { OneDriveError } from '../../lib';
import { useControl, useStore } from '../control-context';
import { ErrorDetails } from '../error-details';
import { fileTypeOf } from '../file-list/file-type';
import { FileTypeIcon } from '../file-list/file-type-icon';
import { StatePanel } from '../list-states/state-panel';
import { useText, type Text } from '../text';

interface PreviewFailureProps {
  readonly item: DriveItem;
  readonly error: OneDriveError;
  readonly again?: (() => void) | undefined;
  /** The bytes came, and the browser makes nothing of them. */
  readonly isUnreadable?: boolean;
}

/** Why a file is not shown, and the one thing to do about it. */
export function PreviewFailure({ item, error, again, isUnreadable = false }: PreviewFailureProps) {
  const text = useText();
  const control = useControl();
  const connection = useStore(control.connection);
  const { code } = error;
  const needsSignIn = code === 'sign-in-needed' && connection.state === 'connected';
  // Nothing else comes of asking again for these.
  const isFinal = isUnreadable || code === 'malware' || code === 'not-found' || code === 'access-denied';
  const signIn = () => void control.connect().then(again, () => undefined);
  // The only setting that shows up here, and only in files of a kind: the rest of the page works.
  const isForbidden = error.serviceCode === 'content-security-policy';
  const own = isUnreadable ? 'unreadable' : isForbidden ? 'forbidden' : undefined;
  return (
    <StatePanel
      alert
      picture={<FileTypeIcon type={fileTypeOf(item)} size={72} />}
      title={text(own ? `preview.${own}.title` : `error.${code}.title`)}
      advice={own ? text(`preview.${own}.advice`) : adviceOf(code, text)}
      actions={
        again &&
        !isFinal && (
          <Button appearance="primary" onClick={needsSignIn ? signIn : again}>
            {text(needsSignIn ? 'state.signInAgain' : 'preview.tryAgain')}
          </Button>
        )
      }
    >
      {!isUnreadable && <ErrorDetails error={error} />}
    </StatePanel>
  );
}

function adviceOf(code: OneDriveError['code'], text: Text): string {
  // Of a folder the list says something else.
  return text(code === 'access-denied' ? 'preview.denied.advice' : `error.${code}.advice`);
}
