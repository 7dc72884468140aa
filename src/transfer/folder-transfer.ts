import { QUEUED } from './transfer-state';
import type { FolderReference, TakenName, UploadSource } from './types';
import type { OpenBatch, UploadSurroundings, UploadTransfer } from './upload-transfer';

/** A folder that nothing else of its upload would make. */
export function createFolderTransfer(
  source: Extract<UploadSource, { kind: 'folder' }>,
  target: FolderReference,
  takenName: TakenName,
  batch: OpenBatch,
  { environment, signIn, setFolder, setName }: UploadSurroundings,
): UploadTransfer {
  const id = environment.randomId();
  const { path } = source;
  const { name } = batch.folderName(path);
  const candidate = { id, kind: 'folder', path, name, size: 0, takenName, isNameChosen: false } as const;
  return {
    task: { id, kind: 'upload', content: 'folder', name, folder: target, size: 0, state: QUEUED },
    signIn,
    lane: 'small',
    get errand() {
      const named = { ...source, path: batch.folderNames(path) };
      return { kind: 'upload', source: named, target, conflictBehavior: 'ask' } as const;
    },
    check: async (context) => batch.look(context, candidate),
    run: async (context) => {
      await batch.authorize(context);
      setFolder(id, await batch.folder(context, path.slice(0, -1)));
      setName(id, batch.folderName(path).name);
      await batch.folder(context, path);
      return { type: 'finished', result: {} };
    },
    rename: (given, folder = path) => batch.renameFolder(folder, given),
    file: () => undefined,
    provide: () => {},
    forgetFailures: batch.forgetFailures,
  };
}
