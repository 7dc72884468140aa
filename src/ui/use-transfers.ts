import { useMemo } from 'react';
import type { Transfers } from '../host';
import { useStore } from './control-context';
import type { ControlModel } from './control-model';
import { watchTransfers } from './watch-transfers';

/**
 * The uploads and downloads of a control of your own, followed: to draw them yourself.
 *
 * @example
 * const { tasks, summary, pace, pause, resume } = useTransfers(control);
 * return tasks.map(({ id, name, state }) => <Row key={id} name={name} state={state} onPause={() => pause(id)} />);
 */
export function useTransfers({ transfers }: Pick<ControlModel, 'transfers'>): Transfers {
  return useStore(useMemo(() => watchTransfers(transfers), [transfers]));
}
