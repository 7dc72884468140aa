/** What a page may ask for, but for what a click has to begin at once: loaded when it is asked for (docs/decisions/0007). */
import type { DriveItem, ItemReference } from '../../drive';
import type { NamedBlob, PickOptions, SaveOptions, UploadableFile, UploadFilesOptions } from '../../host';
import type { ReadableStore } from '../../lib';
import type { ControlModel } from '../control-model';
import { loadHosting } from '../later';
import { checkPickOptions, checkPlace } from './check-arguments';
import { namesOf } from './place-of';
import { readyNow, type ReadyControl } from './ready-now';
import { saveFiles } from './save-files';
import { uploadFiles } from './upload-files';
import type { OwnedControl } from './use-own-control';
import { whenListed, whenReady, whenSignedIn } from './when-ready';

export { whenReady } from './when-ready';

export async function navigate(
  store: ReadableStore<OwnedControl>,
  to: string | ItemReference,
): Promise<void> {
  checkPlace('navigate()', to);
  const place = typeof to === 'string' ? namesOf(to) : { driveId: to.driveId, id: to.id };
  await list(store, ({ folder }) => void folder.openPath(place));
}

/** Nothing happens where there is nowhere to go. */
export async function walk(
  store: ReadableStore<OwnedControl>,
  way: 'back' | 'forward' | 'up',
): Promise<void> {
  const owned = withFiles(await whenReady(store));
  const { control, host, ended } = owned;
  await whenSignedIn(control, ended);
  if (way === 'up') {
    if (control.folder.state.get().path.length < 2) return;
    control.folder.up();
  } else {
    const { historyOf } = await loadHosting();
    const history = historyOf(host);
    if (!history.can(way)) return;
    history.go(way);
  }
  await whenListed(control, ended);
}

export async function run(store: ReadableStore<OwnedControl>, name: string): Promise<boolean> {
  const { host } = withFiles(readyNow(store) ?? (await whenReady(store)));
  const command = host.run.get();
  // Not before somebody sees the files: nobody can be asked anything then.
  if (!command) return false;
  const done = command(name);
  if (done === undefined) throw new TypeError(`run(): there is no command '${name}'.`);
  return done;
}

export function refresh(store: ReadableStore<OwnedControl>): Promise<void> {
  return list(store, ({ folder }) => folder.refresh());
}

/** @param reach aborted where the user can do nothing */
export async function pick(
  store: ReadableStore<OwnedControl>,
  options: PickOptions,
  reach: AbortSignal,
): Promise<readonly DriveItem[]> {
  checkPickOptions(options);
  const signal = AbortSignal.any(options.signal ? [options.signal, reach] : [reach]);
  return withFiles(readyNow(store) ?? (await whenReady(store))).session.pick({ ...options, signal });
}

/** @param reach aborted where the user can do nothing */
export async function save(
  store: ReadableStore<OwnedControl>,
  files: readonly NamedBlob[],
  options: SaveOptions,
  reach: AbortSignal,
): Promise<readonly DriveItem[]> {
  return saveFiles(withFiles(readyNow(store) ?? (await whenReady(store))), files, options, reach);
}

export async function upload(
  store: ReadableStore<OwnedControl>,
  files: readonly UploadableFile[],
  options: UploadFilesOptions,
): Promise<readonly DriveItem[]> {
  const { control, held } = withFiles(await whenReady(store));
  return uploadFiles(control, files, options, held.closed.signal);
}

async function list(
  store: ReadableStore<OwnedControl>,
  start: (control: ControlModel) => void,
): Promise<void> {
  const { control, ended } = withFiles(await whenReady(store));
  await whenSignedIn(control, ended);
  start(control);
  await whenListed(control, ended);
}

/** @throws TypeError where only the connection is shown: nothing of what is asked for could be seen, or answered */
function withFiles(owned: ReadyControl): ReadyControl {
  if (owned.isAccountOnly)
    throw new TypeError('This needs a control that shows files: a mode other than account.');
  return owned;
}
