import type { Auth, Connection } from '../auth';
import { untilAborted, type Environment } from '../lib';
import type { WaitForClick } from './check-context';
import { signInByWindow, type WindowEnd } from './sign-in-window';

/** How signing in stands, once somebody was asked. */
type AttemptStart =
  | { readonly kind: 'signed-in' }
  /** Nobody clicked, or nobody could be asked. */
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'begun'; readonly done: Promise<WindowEnd> };

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
  return { kind: 'begun', done: signInByWindow({ auth, signal, waitForClick }) };
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
  done: Promise<WindowEnd>,
  { after }: Pick<Environment, 'after'>,
): Promise<boolean> {
  const patience = new Promise<undefined>((resolve) => {
    after(PATIENCE, () => resolve(undefined));
  });
  const end = await Promise.race([done, patience]);
  return end?.kind === 'failed' && end.error.code === 'popup-blocked';
}

/** Milliseconds: browsers refuse a window at once. */
const PATIENCE = 1_500;
