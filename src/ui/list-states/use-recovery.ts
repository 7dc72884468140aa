import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { useCountdown } from './use-countdown';

export interface Recovery {
  /** The one thing to do now; absent where another part of the control offers it already. */
  readonly action: { readonly label: string; readonly run: () => void } | undefined;
  /** When it is tried again by itself. */
  readonly countdown: string | undefined;
}

/** What leads out of a failed listing. */
export function useRecovery(): Recovery {
  const control = useControl();
  const text = useText();
  const { listing, path } = useStore(control.folder.state);
  const connection = useStore(control.connection);
  const seconds = useCountdown(listing.status === 'failed' ? listing.retryAt : undefined);
  if (listing.status !== 'failed') return { action: undefined, countdown: undefined };
  const countdown = seconds === undefined || seconds === 0 ? undefined : text('state.retryIn', { seconds });
  // A rejected sign-in shows in the connection; there is nothing to add here.
  const connect = (selectAccount: boolean) => void control.connect({ selectAccount }).catch(() => {});
  const action = () => {
    switch (listing.error.code) {
      case 'sign-in-needed':
        // The bar above the list offers it already.
        if (connection.state !== 'connected') return undefined;
        return { label: text('state.signInAgain'), run: () => connect(false) };
      case 'no-drive':
      case 'account-not-allowed':
        // Whom the page signs in is for the page to say.
        if (control.signInOwner === 'host')
          return { label: text('state.tryAgain'), run: () => connect(false) };
        return { label: text('state.switchAccount'), run: () => connect(true) };
      case 'not-found':
        if (path.length > 1) return { label: text('state.folderAbove'), run: () => control.folder.up() };
        return { label: text('state.tryAgain'), run: () => control.folder.refresh() };
      case 'offline':
      case 'throttled':
        return { label: text('state.retryNow'), run: () => control.folder.refresh() };
      default:
        return { label: text('state.tryAgain'), run: () => control.folder.refresh() };
    }
  };
  return { action: action(), countdown };
}
