import { OneDriveError } from '../../lib';
import type { ControlModel } from '../control-model';
import { namesOf } from './props';
import type { OwnedControl } from './use-own-control';

/** What a host may ask the control to do. Every promise settles. */
export interface OneDriveControlHandle {
  /** Opens the sign-in window where it is needed: call it straight from a click. @throws OneDriveError */
  connect(): Promise<void>;
  /** Forgets who was signed in, on this page only. */
  disconnect(): Promise<void>;
  /**
   * Opens a folder by its names from the root on, `Documents/2026`, and waits until it is listed.
   * @throws OneDriveError `not-found`, `sign-in-needed`, `cancelled`
   */
  navigate(path: string): Promise<void>;
  /** Lists the open folder again, and waits until that is done. @throws OneDriveError */
  refresh(): Promise<void>;
}

export function createHandle(owned: () => OwnedControl): OneDriveControlHandle {
  const ready = () => {
    const now = owned();
    if (now.status === 'wrong') throw now.error;
    if (now.status === 'starting') throw new OneDriveError('cancelled');
    return now;
  };
  const list = async (start: (control: ControlModel) => void) => {
    const { control, ended } = ready();
    const { state } = control.connection.get();
    if (state !== 'connected' && state !== 'expired') throw new OneDriveError('sign-in-needed');
    start(control);
    await untilListed(control, ended);
  };
  return {
    connect: async () => {
      const { control } = ready();
      if (control.connection.get().state !== 'connected') await control.connect();
    },
    disconnect: async () => ready().control.disconnect(),
    navigate: (path) => list(({ folder }) => void folder.openPath(namesOf(path))),
    refresh: () => list(({ folder }) => folder.refresh()),
  };
}

/** Whatever folder is open by then: the user may have gone elsewhere meanwhile. */
function untilListed({ folder, connection }: ControlModel, ended: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      for (const stop of stops) stop();
      end();
    };
    const cancel = () => settle(() => reject(new OneDriveError('cancelled')));
    const look = () => {
      const { listing } = folder.state.get();
      if (listing.status === 'complete') settle(resolve);
      if (listing.status === 'failed') settle(() => reject(listing.error));
    };
    const stops = [
      folder.state.subscribe(look),
      connection.subscribe(() => connection.get().state === 'signed-out' && cancel()),
      () => ended.removeEventListener('abort', cancel),
    ];
    ended.addEventListener('abort', cancel);
    look();
  });
}
