import type { DriveItem } from '../graph';
import { OneDriveError } from '../lib';
import type { TransferContext } from './transfer-context';
import type { TransferEvent } from './transfer-state';
import type { FolderReference, TakenName } from './types';
import type { UploadBatch } from './upload-batch';
import { createUploadJob, uploadFile, type UploadJob } from './upload-file';
import type { FileUpload, UploadMemo } from './upload-memo';

export { createUploadBatch } from './upload-batch';

interface FileRunParts {
  readonly upload: FileUpload;
  readonly batch: UploadBatch;
  readonly remembered: Promise<UploadMemo | undefined>;
  readonly setFolder: (taskId: string, folder: FolderReference) => void;
  readonly onUploaded: (item: DriveItem, folder: FolderReference, file: File) => void;
}

/** What runs the transfer of a file, as often as it takes. */
export interface FileRuns {
  run(context: TransferContext, file: File | undefined, takenName: TakenName): Promise<TransferEvent>;
  /** What the service keeps for it is given up. */
  release(): void;
}

export function createFileRuns({ upload, batch, remembered, setFolder, onUploaded }: FileRunParts): FileRuns {
  const { id, path, size, lastModified } = upload;
  let job: UploadJob | undefined;
  return {
    run: async (context, file, takenName) => {
      if (!file) throw new OneDriveError('source-changed');
      await batch.authorize(context.signal);
      const folder = await batch.folder(context, path);
      setFolder(id, folder);
      const memo = await remembered;
      await memo?.begin();
      job ??= createUploadJob(file, { size, lastModified }, context, memo);
      const end = await uploadFile(context, job, folder, takenName);
      // A file that was finished while somebody cancelled it stays, so the folder has to show it.
      if (end.type === 'finished' && end.result.item) onUploaded(end.result.item, folder, file);
      return end;
    },
    release: () => job?.session.release(),
  };
}

/** A folder that nothing else would make. */
export async function makeFolder(
  context: TransferContext,
  batch: UploadBatch,
  path: readonly string[],
  onParent: (folder: FolderReference) => void,
): Promise<TransferEvent> {
  await batch.authorize(context.signal);
  onParent(await batch.folder(context, path.slice(0, -1)));
  await batch.folder(context, path);
  return { type: 'finished', result: {} };
}
