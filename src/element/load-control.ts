import type { OneDriveError } from '../control';
import type { MountedControl, MountProps } from './mounted-control';
import { preloadIdentityLibrary } from './preload-identity-library';

type Failure = Pick<OneDriveError, 'name' | 'message' | 'code' | 'retry'>;

/** The application on its way, or in place. */
export interface LoadedControl {
  /** Rejects with `offline` where it could not be loaded, with `cancelled` where it is wanted no more. */
  readonly view: Promise<MountedControl>;
  close(): void;
}

export function loadControl(place: HTMLElement, props: () => MountProps): LoadedControl {
  let isClosed = false;
  let giveUp: (failure: Failure) => void;
  const given = new Promise<never>((_resolve, reject) => {
    giveUp = reject;
  });
  const load = async () => {
    // Its style sheets and its listeners are of the document that has loaded it.
    if (place.ownerDocument !== document) throw createFailure('configuration-invalid', 'never');
    const application = import('./mount-control');
    const { attribute, getAccessToken, publicClientApplication } = props();
    if (attribute('client-id') && !getAccessToken && !publicClientApplication) preloadIdentityLibrary();
    const { mountControl } = await application.catch((cause: unknown) => {
      throw createFailure('offline', 'later', cause);
    });
    return isClosed ? given : mountControl(place, props());
  };
  const loading = load();
  return {
    view: Promise.race([given, loading]),
    close: () => {
      isClosed = true;
      giveUp(createFailure('cancelled', 'never'));
      loading.then(
        (mounted) => mounted.unmount(),
        () => undefined,
      );
    },
  };
}

/** As the control's own errors, whose class comes with the application. */
function createFailure(code: Failure['code'], retry: Failure['retry'], cause?: unknown): Failure {
  return Object.assign(new Error(code, { cause }), { name: 'OneDriveError' as const, code, retry });
}
