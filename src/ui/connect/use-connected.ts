import { useEffect, useEffectEvent } from 'react';
import { useControl } from '../control-context';

/** Calls back when somebody has signed in, or changed to another account; not for a right that was asked for. */
export function useConnected(onConnected: () => void): void {
  const control = useControl();
  const tell = useEffectEvent(onConnected);
  useEffect(() => {
    const { connection, permission } = control;
    let before = connection.get().state;
    return connection.subscribe(() => {
      const now = connection.get().state;
      if (before === 'connecting' && now === 'connected' && !permission.get()) tell();
      before = now;
    });
  }, [control]);
}
