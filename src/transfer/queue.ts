import type { DriveItem } from '../graph';
import { answerAll } from './answers';
import { createCopy } from './copy-transfer';
import { createDownload } from './download-transfer';
import { createDriveDoors } from './drive-doors';
import { createJournalDoor, type JournalDoor } from './journal-door';
import { createParallelism } from './parallelism';
import { createSharedCall } from './shared-call';
import { createSlots } from './slots';
import { checkTakenName } from './taken-name';
import { createTaskList, type TaskList } from './task-list';
import type { TransferContext } from './transfer-context';
import { createTransferRuns, type Transfer, type TransferRuns } from './transfer-runs';
import { summarizeTransfers } from './transfer-summary';
import type { FolderReference, TransferQueue, TransferQueueOptions, TransferTask } from './types';
import { createUploadProgress } from './upload-progress';
import type { UploadSurroundings, UploadTransfer } from './upload-transfer';
import { createUploadTransfers } from './upload-transfers';

type UploadListener = (item: DriveItem, folder: FolderReference, file: File) => void;
type CopyListener = (item: DriveItem, folder: FolderReference) => void;

const MEBIBYTE = 1024 * 1024;

/**
 * The engine behind the transfer panel.
 *
 * @example
 * const queue = createTransferQueue({ ports, environment, gate });
 * await queue.upload([{ kind: 'file', file, path: [] }], { driveId, id: folderId, name: 'Reports' });
 */
export function createTransferQueue(options: TransferQueueOptions): TransferQueue {
  const { ports, environment, concurrency = 6 } = options;
  const stopped = new AbortController();
  const list = createTaskList(environment);
  const uploaded = new Set<UploadListener>();
  const copied = new Set<CopyListener>();
  const progress = createUploadProgress(environment);
  const shared = createShared(options, stopped.signal);
  const parallelism = createParallelism(options.gate, environment, concurrency);
  const uploads = new Map<string, UploadTransfer>();
  const changed = (task: TransferTask) => {
    const file = uploads.get(task.id)?.file();
    if (file) progress.changed(task, file);
  };
  const runs = createTransferRuns({ list, slots: createSlots(parallelism.limit), shared, changed });
  const signIn = createSharedCall(environment, (signal) => ports.authorizeWrite(signal, 'upload'));
  const signInTo = createDriveDoors((driveId, reason) =>
    createSharedCall(environment, (signal) => ports.authorizeWrite(signal, reason, driveId)),
  );
  const signInToRead = createSharedCall(environment, (signal) => ports.authorizeRead(signal));

  const add = (transfers: readonly Transfer[]) => {
    list.add(transfers.map((transfer) => transfer.task));
    list.batch(() => transfers.forEach(runs.start));
    return runs.settled(transfers.map((transfer) => transfer.task.id));
  };
  const restart = (id: string) => {
    uploads.get(id)?.forgetFailures();
    runs.restart(id);
  };
  const surroundings: UploadSurroundings = {
    ports,
    environment,
    signIn,
    stopped: stopped.signal,
    setFolder: list.setFolder,
    setName: list.setName,
    tasks: () => list.store.get(),
    together: (work) => list.batch(work),
    onUploaded: (item, folder, file) => {
      progress.finished(file);
      uploaded.forEach((listener) => listener(item, folder, file));
    },
    smallFileLimit: shared.smallFileLimit,
    remember: (upload) => journal.remember(upload),
  };
  const journal = createJournalDoor(options.journal, { ...shared, list, runs, uploads, add, surroundings });
  const answer: TransferQueue['answerAll'] = (answers) => answerAll({ list, runs, uploads }, answers);
  return {
    tasks: list.store,
    summary: () => summarizeTransfers(list.store.get()),
    unfinished: (besides = []) =>
      runs.unfinished().flatMap(({ task, errand }) => (besides.includes(task.id) ? [] : (errand ?? []))),
    kept: journal,
    upload: async (sources, target, options = {}) => {
      const { conflictBehavior = 'ask', questions = 'dialog', kept = true, signal, onStarted } = options;
      if (stopped.signal.aborted || signal?.aborted) return [];
      const taken = checkTakenName(conflictBehavior);
      const transfers = createUploadTransfers(sources, target, taken, {
        ...surroundings,
        signIn: signInTo(target.driveId, 'upload'),
        questions,
        ...(!kept && { remember: async () => undefined }),
      });
      for (const transfer of transfers) uploads.set(transfer.task.id, transfer);
      const cancel = () => list.batch(() => transfers.forEach(({ task }) => runs.cancel(task.id)));
      signal?.addEventListener('abort', cancel, { once: true });
      onStarted?.(transfers.map(({ task }) => task.id));
      const tasks = await add(transfers);
      signal?.removeEventListener('abort', cancel);
      return tasks;
    },
    download: async ([first, ...others], to = {}) => {
      if (!first || stopped.signal.aborted) return undefined;
      const [task] = await add([
        createDownload([first, ...others], to, { environment, signIn: signInToRead }),
      ]);
      return task;
    },
    copy: async (items, target, { conflictBehavior = 'ask' } = {}) => {
      if (stopped.signal.aborted) return [];
      const onCopied: CopyListener = (item, folder) => copied.forEach((listener) => listener(item, folder));
      const copying = { environment, signIn: signInTo(target.driveId, 'copy'), onCopied };
      return add(items.map((item) => createCopy(item, target, conflictBehavior, copying)));
    },
    ...createCommands({ list, runs, uploads, restart, journal }),
    answerAll: answer,
    resolveConflict: (id, said) => answer([[id, said]]),
    onUploaded: (listener) => {
      uploaded.add(listener);
      return () => void uploaded.delete(listener);
    },
    onCopied: (listener) => {
      copied.add(listener);
      return () => void copied.delete(listener);
    },
    onProgress: progress.listen,
    dispose: () => {
      list.batch(() => [...runs.ids()].forEach((id) => runs.cancel(id)));
      runs.forget([...runs.ids()]);
      journal.close();
      stopped.abort();
      parallelism.end();
      list.dispose();
      uploaded.clear();
      copied.clear();
      progress.dispose();
    },
  };
}

type Commands = Pick<
  TransferQueue,
  | 'pause'
  | 'pauseAll'
  | 'resume'
  | 'resumeAll'
  | 'provide'
  | 'cancel'
  | 'cancelAll'
  | 'retry'
  | 'retryFailed'
  | 'clearFinished'
>;

function createCommands(parts: {
  readonly list: TaskList;
  readonly runs: TransferRuns;
  readonly uploads: Map<string, UploadTransfer>;
  readonly restart: (id: string) => void;
  readonly journal: JournalDoor;
}): Commands {
  const { list, runs, uploads, restart, journal } = parts;
  return {
    pause: runs.pause,
    pauseAll: () => list.batch(() => [...runs.ids()].forEach(runs.pause)),
    resume: (id) => {
      const status = list.get(id)?.state.status;
      if (status === 'paused') runs.restart(id);
      if (status === 'interrupted') void journal.use((opened) => opened.reopen(id));
    },
    resumeAll: () => {
      const paused = list.store.get().filter(({ state }) => state.status === 'paused');
      list.batch(() => paused.forEach(({ id }) => runs.restart(id)));
    },
    provide: async (files, id, handles) =>
      (await journal.use((opened) => opened.provide(files, id, handles))) ?? files,
    cancel: (id) => runs.cancel(id),
    cancelAll: () => list.batch(() => [...runs.ids()].forEach((id) => runs.cancel(id))),
    retry: (id) => {
      const status = list.get(id)?.state.status;
      if (status === 'failed' || status === 'cancelled') restart(id);
    },
    retryFailed: () => {
      const failed = list.store.get().filter((task) => task.state.status === 'failed');
      list.batch(() => failed.forEach((task) => restart(task.id)));
    },
    clearFinished: (id) => {
      const removed = list.removeSettled(id);
      runs.forget(removed);
      for (const id of removed) uploads.delete(id);
    },
  };
}

function createShared(options: TransferQueueOptions, stopped: AbortSignal) {
  const { ports, environment, gate } = options;
  const background: TransferContext['background'] = (work) => {
    // Best effort by its nature: nobody is left to tell.
    work(stopped).catch(() => {});
  };
  return {
    ports,
    environment,
    gate,
    background,
    owners: new Map<string, ReadonlySet<string>>(),
    smallFileLimit: options.smallFileLimit ?? 4 * MEBIBYTE,
    fragmentSize: options.fragmentSize,
  };
}
