import { OneDriveError } from '../lib';
import { mayBeRefused } from './preflight';
import { toNfc } from './to-nfc';
import type { TransferState } from './types';
import { createUploadJob, uploadFile, type UploadJob } from './upload-file';
import type { FileUpload, UploadMemo } from './upload-memo';
import type { OpenBatch, UploadSurroundings, UploadTransfer } from './upload-transfer';

/** A file that is sent, in as many runs as it takes. */
export function createFileTransfer(
  upload: FileUpload,
  state: TransferState,
  batch: OpenBatch,
  surroundings: UploadSurroundings,
): UploadTransfer {
  const { id, size, lastModified, path, target, handle, cameBy } = upload;
  const { signIn, smallFileLimit, remember, setFolder, setName, onUploaded } = surroundings;
  const remembered = remember(upload);
  const note = (say: (memo: UploadMemo) => void) => void remembered.then((memo) => memo && say(memo));
  let { name, takenName, file } = upload;
  let isNameChosen = false;
  const hasBegun = cameBy !== undefined;
  // An earlier page has looked; what it may not have had an answer to is whether the names will do.
  let isCleared = hasBegun && ![name, ...path].some(mayBeRefused);
  let job: UploadJob | undefined;
  return {
    task: { id, kind: 'upload', content: 'file', name, folder: target, size, lastModified, state },
    signIn,
    lane: size <= smallFileLimit ? 'ahead' : 'large',
    file: () => file,
    provide: (given) => {
      file = given;
    },
    get errand() {
      if (!file) return undefined;
      const named = toNfc(file.name) === name ? file : new File([file], name, { lastModified });
      const folders = batch.folderNames(path);
      const source = { kind: 'file', file: named, path: folders, handle, begunAs: id } as const;
      return { kind: 'upload', source, target, conflictBehavior: takenName } as const;
    },
    check: async (context) => {
      if (isCleared) return undefined;
      const candidate = { id, kind: 'file', path, name, size, takenName, isNameChosen, hasBegun } as const;
      const verdict = await batch.look(context, candidate);
      isCleared = verdict === undefined;
      return verdict;
    },
    run: async (context) => {
      const sent = file;
      if (!sent) throw new OneDriveError('source-changed');
      await batch.authorize(context);
      const folder = await batch.folder(context, path);
      setFolder(id, folder);
      const memo = await remembered;
      await memo?.begin();
      job ??= createUploadJob(sent, { size, lastModified }, context, memo);
      const end = await uploadFile(context, job, folder, { name, takenName });
      // A file that was finished while somebody cancelled it stays, so the folder has to show it.
      if (end.type === 'finished' && end.result.item) onUploaded(end.result.item, folder, sent);
      return end;
    },
    release: (isOver) => {
      job?.session.release();
      if (isOver) note((memo) => memo.over());
    },
    forgetFailures: batch.forgetFailures,
    answerConflict: (answer) => {
      takenName = answer;
      isCleared = true;
      note((memo) => memo.decided(answer));
    },
    rename: (given, folder) => {
      if (folder) batch.renameFolder(folder, given);
      else {
        name = toNfc(given);
        isNameChosen = true;
        setName(id, name);
      }
      const names = { name, path: batch.folderNames(path) };
      note((memo) => memo.renamed(names));
    },
  };
}
