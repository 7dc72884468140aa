import { useCallback } from 'react';
import type { UploadSource } from '../transfer';
import { useControl, useStore } from './control-context';

/** The folder that is open, once it is known and somebody is signed in. */
export function useOpenFolder() {
  const control = useControl();
  const { path } = useStore(control.folder.state);
  const connection = useStore(control.connection);
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
