import { useEffect, useState } from 'react';
import { createBrowserEnvironment } from '../../../lib';

const environment = createBrowserEnvironment();
const PERIOD = 15_000;

/** The present (epoch milliseconds), looked at often enough for minutes. */
export function useNow(): number {
  const [now, setNow] = useState(environment.now);
  useEffect(() => {
    let cancel = () => {};
    const tick = () => {
      setNow(environment.now());
      cancel = environment.after(PERIOD, tick);
    };
    cancel = environment.after(PERIOD, tick);
    return () => cancel();
  }, []);
  return now;
}
