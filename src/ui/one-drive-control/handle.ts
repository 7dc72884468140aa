import { isFolder, type ItemReference } from '../../drive';
import type { ControlMethods } from '../../host';
import { untilAborted, type ReadableStore } from '../../lib';
import type { ControlModel } from '../control-model';
import { checkPickOptions, checkPlace } from './check-arguments';
import { namesOf } from './settings';
import { toFiles, uploadFiles } from './upload-files';
import type { OwnedControl } from './use-own-control';
import { whenListed, whenReady, whenSignedIn } from './when-ready';

/** What `ref` of the component gives. */
export type OneDriveControlHandle = ControlMethods;

const putBacks = new WeakMap<OneDriveControlHandle, () => void>();

/** What the user has picked since Choose was pressed last is forgotten; nobody is told. For `form.reset()`. */
export function putBack(handle: OneDriveControlHandle): void {
  putBacks.get(handle)?.();
}

/** @param reach aborted where the user can do nothing */
export function createHandle(
  store: ReadableStore<OwnedControl>,
  reach: () => AbortSignal,
): OneDriveControlHandle {
  const now = () => {
    const owned = store.get();
    return owned.status === 'ready' && !owned.ended.aborted ? owned : undefined;
  };
  const list = async (start: (control: ControlModel, signal: AbortSignal) => void | Promise<void>) => {
    const { control, ended } = await whenReady(store);
    await whenSignedIn(control, ended);
    await start(control, ended);
    await whenListed(control, ended);
  };
  const handle: OneDriveControlHandle = {
    connect: async () => {
      // What stands is used at once: a window can be opened only straight from a click.
      const { control, ended } = now() ?? (await whenReady(store));
      const stands = control.connection.get().state === 'connected';
      // A page that signs its users in says by this call that it may be somebody else by now.
      if (!stands || control.signInOwner === 'host') {
        await untilAborted(control.connect(), ended);
      }
    },
    disconnect: async () => (await whenReady(store)).control.disconnect(),
    navigate: async (to) => {
      checkPlace('navigate()', to);
      await list(async (control, signal) => {
        const names = typeof to === 'string' ? namesOf(to) : await namesFor(control, to, signal);
        void control.folder.openPath(names);
      });
    },
    refresh: () => list(({ folder }) => folder.refresh()),
    pick: async (options = {}) => {
      checkPickOptions(options);
      const ends = options.signal ? [options.signal, reach()] : [reach()];
      const signal = AbortSignal.any(ends);
      return (now() ?? (await whenReady(store))).session.pick({ ...options, signal });
    },
    cancel: async () => now()?.session.cancel(),
    upload: async (files, options = {}) => {
      const sources = toFiles(files);
      const { control, ended } = await whenReady(store);
      return uploadFiles(control, sources, options, ended);
    },
  };
  putBacks.set(handle, () => now()?.session.putBack());
  return handle;
}

/** Of a file, the folder that it lies in. */
async function namesFor(
  control: ControlModel,
  reference: ItemReference,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { item, path } = await control.locate(reference, signal);
  const isTop = item.root !== undefined || item.id === control.folder.state.get().path[0]?.id;
  return isFolder(item) && !isTop ? [...path, item.name] : path;
}
