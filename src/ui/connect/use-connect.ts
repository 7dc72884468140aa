import { useCallback } from 'react';
import type { ConnectOptions } from '../../auth';
import { useControl } from '../control-context';

/**
 * Opens the sign-in window; call it straight from a click. A window that is still waited for is given up first:
 * one that was closed or blocked must never lock the interface.
 */
export function useConnect(): (options?: ConnectOptions) => void {
  const control = useControl();
  return useCallback(
    (options) => {
      if (control.connection.get().state === 'connecting') control.cancelConnect();
      void control.connect(options); // How it ends stands in `connection`.
    },
    [control],
  );
}
