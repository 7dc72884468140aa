import type { Auth } from '../auth';
import { toOneDriveError, type OneDriveError } from '../lib';
import type { WaitForClick } from './check-context';

/** How a window for signing in has ended. */
export type WindowEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: OneDriveError }
  /** It was closed without an answer, and the person would rather go on without. */
  | { readonly kind: 'left' };

interface WindowParts {
  readonly auth: Auth;
  readonly signal: AbortSignal;
  readonly waitForClick: WaitForClick | undefined;
}

/**
 * Signs in by a window. Where that seems to be closed the person is asked whether it is to open once more; an answer
 * that comes all the same ends the question. Giving up closes the window.
 */
export async function signInByWindow(
  parts: WindowParts,
  access: 'read' | 'write' = 'read',
): Promise<WindowEnd> {
  const { auth, signal, waitForClick } = parts;
  const ended = new AbortController();
  const over = AbortSignal.any([signal, ended.signal]);
  const opened = openWindow(parts, access).finally(() => ended.abort());
  if (!waitForClick) return opened;
  const wanted = whenGone(auth, over).then(() => waitForClick('window-gone', over));
  const choice = await Promise.race([opened, wanted]);
  if (choice === true) return signInByWindow(parts, access);
  if (choice !== false) return choice;
  auth.cancelConnect();
  return { kind: 'left' };
}

async function openWindow({ auth, signal }: WindowParts, access: 'read' | 'write'): Promise<WindowEnd> {
  const stop = () => auth.cancelConnect();
  signal.addEventListener('abort', stop, { once: true });
  try {
    // In a window, whatever the page itself prefers: a redirect would take the test with it.
    await auth.connect({ access, interaction: 'popup' });
    return { kind: 'done' };
  } catch (reason) {
    return { kind: 'failed', error: toOneDriveError(reason) };
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Resolves when the window seems to have been closed. Never where that can't be seen. */
function whenGone({ connection }: Auth, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = connection.subscribe(() => {
      const now = connection.get();
      if (now.state === 'connecting' && now.isWindowGone) resolve();
    });
    over.addEventListener('abort', unsubscribe, { once: true });
  });
}
