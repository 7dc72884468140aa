import { createStore, isCancelled, OneDriveError, toOneDriveError, type ReadableStore } from '../lib';
import type { Access } from './access-token-provider';
import type { Auth } from './auth';
import type { PermissionReason, PermissionRequest } from './permission';

/**
 * Asks for a right at the moment it is first needed, by a dialog whose button opens the window: a window that
 * opens by itself, after a drop or an await, is blocked by the browser.
 */
export interface PermissionGate {
  readonly request: ReadableStore<PermissionRequest | undefined>;
  /** Resolves when the right is there. @throws OneDriveError `consent-declined`, `cancelled` */
  require(access: Access, reason: PermissionReason, signal?: AbortSignal): Promise<void>;
  /** The dialog's button: opens the window, again and again if need be. */
  grant(): Promise<void>;
  decline(): void;
}

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (error: OneDriveError) => void;
}

export function createPermissionGate(
  auth: Pick<Auth, 'getAccessToken' | 'connect' | 'cancelConnect'>,
): PermissionGate {
  const request = createStore<PermissionRequest | undefined>(undefined);
  const waiters = new Set<Waiter>();
  let attempt = 0;

  const settle = (finish: (waiter: Waiter) => void) => {
    request.set(undefined);
    const all = [...waiters];
    waiters.clear();
    for (const waiter of all) finish(waiter);
  };

  /** Nobody waits for the answer any more: neither dialog nor window has a purpose. */
  const giveUp = () => {
    attempt += 1;
    const open = request.get()?.status === 'connecting';
    request.set(undefined);
    if (open) auth.cancelConnect();
  };

  const wait = (access: Access, reason: PermissionReason, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const stop = () => {
        waiters.delete(waiter);
        if (waiters.size === 0) giveUp();
        reject(new OneDriveError('cancelled', { cause: signal?.reason }));
      };
      const end = () => signal?.removeEventListener('abort', stop);
      const waiter: Waiter = {
        resolve: () => {
          end();
          resolve();
        },
        reject: (error) => {
          end();
          reject(error);
        },
      };
      if (signal?.aborted) return stop();
      signal?.addEventListener('abort', stop, { once: true });
      waiters.add(waiter);
      // Whoever comes while the dialog is open waits for the same answer.
      if (!request.get()) request.set({ status: 'asking', access, reason });
    });

  return {
    request,
    require: async (access, reason, signal) => {
      try {
        await auth.getAccessToken({ access, signal });
      } catch (cause) {
        if (toOneDriveError(cause).code !== 'sign-in-needed') throw cause;
        await wait(access, reason, signal);
      }
    },
    grant: async () => {
      const asked = request.get();
      if (!asked) return;
      const { access, reason } = asked;
      attempt += 1;
      const mine = attempt;
      request.set({ status: 'connecting', access, reason });
      try {
        await auth.connect({ access });
        if (mine === attempt) settle((waiter) => waiter.resolve());
      } catch (cause) {
        const error = toOneDriveError(cause);
        if (mine !== attempt || !request.get()) return;
        request.set(
          isCancelled(error)
            ? { status: 'asking', access, reason }
            : { status: 'failed', access, reason, error },
        );
      }
    },
    decline: () => {
      giveUp();
      settle((waiter) => waiter.reject(new OneDriveError('consent-declined')));
    },
  };
}
