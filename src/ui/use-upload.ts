import { useCallback } from 'react';
import type { UploadSource } from '../transfer';
import { useControl, useStore } from './control-context';
import type { ControlModel } from './control-model';
import type { ReadDrop } from './read-drop';
import { useViewState } from './view-state';

/** The folder that is open, once it is known and somebody is signed in. */
export function useOpenFolder() {
  const control = useControl();
  useStore(control.folder.state);
  useStore(control.connection);
  return findOpenFolder(control);
}

/** The same at this moment, for what is begun now. */
export function findOpenFolder(control: Pick<ControlModel, 'connection' | 'folder'>) {
  const { path } = control.folder.state.get();
  const connection = control.connection.get();
  // `expired`, and `connecting` with an account, keep the work on screen; what is started then waits.
  const isSignedIn = 'account' in connection && connection.account !== undefined;
  const folder = path.at(-1);
  // A folder of an address that could not be resolved has a name, but no id.
  return isSignedIn && folder?.id ? folder : undefined;
}

/** Uploads into a folder. The queue asks for the right to write and waits: nothing is lost meanwhile. */
export function useUpload() {
  const { transfers } = useControl();
  return useCallback(
    (sources: readonly UploadSource[], folder: { driveId: string; id: string; name: string }) => {
      if (sources.length > 0) void transfers.upload(sources, folder);
    },
    [transfers],
  );
}

/** Uploads what is being read, and says of what could not be read that it is not. Nothing given changes nothing. */
export function useReadUpload() {
  const upload = useUpload();
  const { unread } = useViewState();
  return useCallback(
    async (reading: Promise<ReadDrop | undefined>, folder: Parameters<typeof upload>[1]) => {
      const read = await reading;
      if (!read) return;
      unread.set(read.unreadable);
      upload(read.sources, folder);
    },
    [upload, unread],
  );
}
