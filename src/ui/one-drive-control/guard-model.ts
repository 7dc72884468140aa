import { createStore, tellHost, type OneDriveError, type Store } from '../../lib';
import type { ControlModel } from '../control-model';
import type { HostDoor } from '../host-door';
import { hosting } from '../later';

export function createHostDoor(given: Pick<HostDoor, 'control' | 'listeners' | 'ended'>): HostDoor {
  hosting.isWanted = true;
  return {
    ...given,
    tell: tellHost,
    works: createStore<ReturnType<HostDoor['works']['get']>>([]),
    actions: createStore<ReturnType<HostDoor['actions']['get']>>([]),
    history: createStore<ReturnType<HostDoor['history']['get']>>(undefined),
    run: createStore<ReturnType<HostDoor['run']['get']>>(undefined),
  };
}

/**
 * The control for the interface: what users do with it passes the host. The code of that is there before the parts are
 * with which they do it.
 *
 * @param failure what a command failed of last
 */
export function guardModel(door: HostDoor, failure: Store<OneDriveError | undefined>): ControlModel {
  let made: Pick<ControlModel, 'commands' | 'operations' | 'transfers'> | undefined;
  const guard = () => (made ??= hosting.code?.createGuard(door, failure)) ?? door.control;
  return {
    ...door.control,
    get commands() {
      return guard().commands;
    },
    get operations() {
      return guard().operations;
    },
    get transfers() {
      return guard().transfers;
    },
  };
}
