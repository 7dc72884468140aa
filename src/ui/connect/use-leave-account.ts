import { useMemo } from 'react';
import type { ConnectOptions, DisconnectOptions } from '../../auth';
import { useControl } from '../control-context';
import { useViewState, type StopUploadsRequest } from '../view-state';
import { useConnect } from './use-connect';

interface LeaveAccount {
  /** To another account: of those who are signed in here, or whomever the user chooses at Microsoft. */
  readonly switchTo: (options: ConnectOptions) => void;
  readonly disconnect: (options?: DisconnectOptions) => void;
}

/** The ways out of an account. Where files are still being uploaded the user is asked first, for they end with it. */
export function useLeaveAccount(): LeaveAccount {
  const control = useControl();
  const connect = useConnect();
  const { dialog } = useViewState();
  return useMemo(() => {
    const ask = (leaving: StopUploadsRequest['leaving'], goOn: () => void) => {
      const count = control.uploadsAtStake();
      if (count > 0) dialog.set({ kind: 'stop-uploads', count, leaving, goOn });
      else goOn();
    };
    // The page is signed out at once; what becomes of Microsoft's window afterwards is between it and the user.
    const end = (options?: DisconnectOptions) => void control.disconnect(options).catch(() => undefined);
    return {
      switchTo: (options) => ask('switch', () => connect(options)),
      disconnect: (options) => ask('disconnect', () => end(options)),
    };
  }, [control, connect, dialog]);
}
