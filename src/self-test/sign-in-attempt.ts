import type { Auth, Connection } from '../auth';
import { toOneDriveError, untilAborted, type OneDriveError, type Environment } from '../lib';
import type { WaitForClick } from './check-context';

/** How signing in stands, once somebody was asked. */
type AttemptStart =
  | { readonly kind: 'signed-in' }
  /** Nobody clicked, or nobody could be asked. */
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'begun'; readonly done: Promise<OneDriveError | undefined> };

/** One sign-in for two checks: whether its window opens, and how it ends. */
export interface SignInAttempt {
  /** Asks for the click where it is needed; the same answer for whoever calls later. */
  begin(): Promise<AttemptStart>;
}

export interface AttemptParts {
  readonly auth: () => Auth;
  readonly waitForClick: WaitForClick | undefined;
  readonly signal: AbortSignal;
}

export function createSignInAttempt(parts: AttemptParts): SignInAttempt {
  let begun: Promise<AttemptStart> | undefined;
  return { begin: () => (begun ??= begin(parts)) };
}

async function begin({ auth: getAuth, waitForClick, signal }: AttemptParts): Promise<AttemptStart> {
  const auth = getAuth();
  const { state } = await startedConnection(auth, signal);
  if (state === 'connected') return { kind: 'signed-in' };
  // No window of ours opens where the page signs the user in.
  const clicked =
    auth.owner === 'host' || (waitForClick && (await untilAborted(waitForClick('sign-in', signal), signal)));
  if (!clicked) return { kind: 'not-asked' };
  return { kind: 'begun', done: signInByWindow(auth, signal) };
}

/** Resolves with the error it ended in, or nothing. Giving up closes the window. */
export async function signInByWindow(
  auth: Auth,
  signal: AbortSignal,
  access: 'read' | 'write' = 'read',
): Promise<OneDriveError | undefined> {
  const stop = () => auth.cancelConnect();
  signal.addEventListener('abort', stop, { once: true });
  try {
    // In a window, whatever the page itself prefers: a redirect would take the test with it.
    await auth.connect({ access, interaction: 'popup' });
    return undefined;
  } catch (reason) {
    return toOneDriveError(reason);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** What holds once the identity library has looked whether somebody is signed in. */
async function startedConnection({ connection }: Auth, signal: AbortSignal): Promise<Connection> {
  let unsubscribe: () => void = () => undefined;
  const started = new Promise<Connection>((resolve) => {
    const look = () => {
      const now = connection.get();
      if (now.state !== 'starting') resolve(now);
    };
    unsubscribe = connection.subscribe(look);
    look();
  });
  try {
    return await untilAborted(started, signal);
  } finally {
    unsubscribe();
  }
}

/** True where the window did not open; a window that is open says nothing for a while. */
export async function isPopupBlocked(
  done: Promise<OneDriveError | undefined>,
  { after }: Pick<Environment, 'after'>,
): Promise<boolean> {
  const patience = new Promise<undefined>((resolve) => {
    after(PATIENCE, () => resolve(undefined));
  });
  return (await Promise.race([done, patience]))?.code === 'popup-blocked';
}

/** Milliseconds: browsers refuse a window at once. */
const PATIENCE = 1_500;
