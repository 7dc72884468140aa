import { createStore, isCancelled, OneDriveError, toOneDriveError, type ReadableStore } from '../lib';
import type { Access } from './access-token-provider';
import type { Auth } from './auth';
import type { ConnectOptions } from './connection';
import type { PermissionReason, PermissionRequest } from './permission';
import { createWaiters } from './waiters';

/**
 * Asks for a right at the moment it is first needed, by a dialog whose button opens the window: a window that
 * opens by itself, after a drop or an await, is blocked by the browser.
 */
export interface PermissionGate {
  readonly request: ReadableStore<PermissionRequest | undefined>;
  /** Resolves when the right is there. @throws OneDriveError `consent-declined`, `cancelled` */
  require(access: Access, reason: PermissionReason, signal?: AbortSignal): Promise<void>;
  /** The dialog's button: opens the window, again and again if need be. */
  grant(options?: Pick<ConnectOptions, 'interaction'>): Promise<void>;
  decline(): void;
}

export function createPermissionGate(
  auth: Pick<Auth, 'getAccessToken' | 'connect' | 'cancelConnect'>,
): PermissionGate {
  const request = createStore<PermissionRequest | undefined>(undefined);
  let attempt = 0;
  const settle = (error?: OneDriveError) => {
    request.set(undefined);
    waiters.settle(error);
  };
  /** Nobody waits for the answer any more: neither dialog nor window has a purpose. */
  const giveUp = () => {
    attempt += 1;
    const isOpen = request.get()?.status === 'connecting';
    request.set(undefined);
    if (isOpen) auth.cancelConnect();
  };
  const waiters = createWaiters(giveUp);
  const isAllowed = async (access: Access, signal?: AbortSignal) => {
    try {
      await auth.getAccessToken({ access, signal });
      return true;
    } catch (cause) {
      if (toOneDriveError(cause).code !== 'sign-in-needed') throw cause;
      return false;
    }
  };
  return {
    request,
    require: async (access, reason, signal) => {
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop
        if (await isAllowed(access, signal)) return;
        // Whoever comes while the dialog is open waits for its answer, and asks again where that was about less.
        const asked = request.get() ?? { status: 'asking' as const, access, reason };
        if (!request.get()) request.set(asked);
        // oxlint-disable-next-line no-await-in-loop
        await waiters.wait(signal);
        if (asked.access === access) return;
      }
    },
    grant: async ({ interaction } = {}) => {
      const asked = request.get();
      if (!asked) return;
      const { access, reason } = asked;
      attempt += 1;
      const mine = attempt;
      request.set({ status: 'connecting', access, reason });
      try {
        await auth.connect({ access, interaction });
        if (mine === attempt) settle();
      } catch (cause) {
        if (mine !== attempt) return;
        const error = toOneDriveError(cause);
        request.set(
          isCancelled(error)
            ? { status: 'asking', access, reason }
            : { status: 'failed', access, reason, error },
        );
      }
    },
    decline: () => {
      giveUp();
      settle(new OneDriveError('consent-declined'));
    },
  };
}
