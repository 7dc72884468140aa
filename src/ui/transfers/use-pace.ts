import { useMemo } from 'react';
import { createBrowserEnvironment } from '../../lib';
import { followPace, type TransferPace } from '../../transfer';
import { useControl, useStore } from '../control-context';

const environment = createBrowserEnvironment();

/** How fast the transfers of this control move, and how long they take. */
export function usePace(): TransferPace {
  const { tasks } = useControl().transfers;
  return useStore(useMemo(() => followPace(tasks, environment), [tasks]));
}
