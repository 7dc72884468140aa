import type { ControlMethods } from '../../host';
import { untilAborted, type ReadableStore } from '../../lib';
import { laterCode } from '../later';
import { takeBlobs, takeUploadable } from '../named-blobs';
import { readyNow } from './ready-now';
import type { OwnedControl } from './use-own-control';

/** What `ref` of the component gives. */
export type OneDriveControlHandle = ControlMethods;

const putBacks = new WeakMap<OneDriveControlHandle, () => void>();

/** What the user has picked since Choose was pressed last is forgotten; nobody is told. For `form.reset()`. */
export function putBack(handle: OneDriveControlHandle): void {
  putBacks.get(handle)?.();
}

const methods = laterCode(() => import('./methods'));

/** @param reach aborted where the user can do nothing */
export function createHandle(
  store: ReadableStore<OwnedControl>,
  reach: () => AbortSignal,
): OneDriveControlHandle {
  const handle: OneDriveControlHandle = {
    connect: async () => {
      // What stands is used at once: a window can be opened only straight from a click.
      const { control, ended } = readyNow(store) ?? (await (await methods.load()).whenReady(store));
      const stands = control.connection.get().state === 'connected';
      // A page that signs its users in says by this call that it may be somebody else by now.
      if (!stands || control.signInOwner === 'host') {
        await untilAborted(control.connect(), ended);
      }
    },
    disconnect: async () => (await (await methods.load()).whenReady(store)).control.disconnect(),
    navigate: async (to) => (await methods.load()).navigate(store, to),
    back: async () => (await methods.load()).walk(store, 'back'),
    forward: async () => (await methods.load()).walk(store, 'forward'),
    up: async () => (await methods.load()).walk(store, 'up'),
    // Straight from a click, where its code is there.
    run: async (command) => (methods.loaded() ?? (await methods.load())).run(store, command),
    refresh: async () => (await methods.load()).refresh(store),
    pick: async (options = {}) => {
      // As it is at the moment of the call; what is there begins at once.
      const inReach = reach();
      return (methods.loaded() ?? (await methods.load())).pick(store, options, inReach);
    },
    save: async (files, options = {}) => {
      const blobs = takeBlobs(files);
      const inReach = reach();
      return (methods.loaded() ?? (await methods.load())).save(store, blobs, options, inReach);
    },
    cancel: async () => {
      // Not before what was called before it.
      if (!methods.loaded()) await methods.load();
      readyNow(store)?.session.cancel();
    },
    upload: async (files, options = {}) => {
      const given = takeUploadable(files);
      return (await methods.load()).upload(store, given, options);
    },
  };
  putBacks.set(handle, () => readyNow(store)?.session.putBack());
  return handle;
}
