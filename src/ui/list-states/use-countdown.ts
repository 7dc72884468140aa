import { useEffect, useState } from 'react';
import { createBrowserEnvironment } from '../../lib';

const environment = createBrowserEnvironment();

/** Whole seconds until `instant` (epoch milliseconds), counting down to 0; undefined where there is none. */
export function useCountdown(instant: number | undefined): number | undefined {
  const [now, setNow] = useState(environment.now);
  useEffect(() => {
    if (instant === undefined) return undefined;
    let cancel = () => {};
    const tick = () => {
      const present = environment.now();
      setNow(present);
      if (present < instant) cancel = environment.after(1000, tick);
    };
    cancel = environment.after(0, tick);
    return () => cancel();
  }, [instant]);
  return instant === undefined ? undefined : Math.max(0, Math.ceil((instant - now) / 1000));
}
