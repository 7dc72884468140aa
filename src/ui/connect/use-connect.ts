import { useMemo } from 'react';
import type { ConnectOptions, Interaction } from '../../auth';
import { isCancelled, toOneDriveError } from '../../lib';
import { useControl } from '../control-context';
import type { ControlModel } from '../control-model';
import { useViewState } from '../view-state';

/** What was asked for last, so that "Try again" asks for the same: another account stays another account. */
const lastOptions = new WeakMap<ControlModel, ConnectOptions | undefined>();

export interface Connect {
  (options?: ConnectOptions): void;
  /** The same once more; takes over from a window that was closed, lost or blocked. */
  readonly again: () => void;
  /** The same in a window, or within this very one, which goes to Microsoft and comes back. */
  readonly by: (interaction: Interaction) => void;
}

/** Opens the sign-in window: call it straight from a click, or the browser blocks it. */
export function useConnect(): Connect {
  const control = useControl();
  const { refusal } = useViewState();
  return useMemo(() => {
    const connect = (options?: ConnectOptions) => {
      lastOptions.set(control, options);
      refusal.set(undefined);
      control.connect(options).catch((reason: unknown) => {
        // How it ends stands in `connection`, but for whoever stays connected.
        const isConnected = control.connection.get().state === 'connected';
        if (isConnected && !isCancelled(reason)) refusal.set(toOneDriveError(reason));
      });
    };
    const again = () => {
      const now = control.connection.get();
      // The answer that it waits for since it is back is given up, not waited for once more.
      if (now.state === 'connecting' && now.isBack) control.cancelConnect();
      connect(lastOptions.get(control));
    };
    const by = (interaction: Interaction) => connect({ ...lastOptions.get(control), interaction });
    return Object.assign(connect, { again, by });
  }, [control, refusal]);
}
