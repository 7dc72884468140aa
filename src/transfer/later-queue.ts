import { insistOn, untilAborted } from '../lib';
import { summarizeTransfers } from './transfer-summary';
import type { TransferErrand, TransferQueue, TransferQueueOptions, TransferTask } from './types';

interface LaterQueue extends TransferQueue {
  /** Has the code fetched, ahead of the first transfer. */
  readonly load: () => void;
}

/**
 * The queue, whose code comes when it is first needed or asked for. What it is asked to do before that is kept, also
 * while the network is away, and begun as soon as the code is there.
 */
export function createLaterQueue(options: TransferQueueOptions): LaterQueue {
  const ended = new AbortController();
  const waiting = new Set<readonly TransferErrand[]>();
  const attachments = new Set<(queue: TransferQueue) => void>();
  let given = new AbortController();
  let queue: TransferQueue | undefined;
  let coming: Promise<TransferQueue> | undefined;

  const create = async (): Promise<TransferQueue> => {
    const { environment } = options;
    const { createTransferQueue } = await insistOn(() => import('./queue'), environment, ended.signal);
    queue = createTransferQueue(options);
    for (const attach of attachments) attach(queue);
    attachments.clear();
    return queue;
  };
  const load = () => (coming ??= create());
  const attach = (listen: (there: TransferQueue) => () => void): (() => void) => {
    if (queue) return listen(queue);
    let end = () => {};
    const attachment = (there: TransferQueue) => {
      end = listen(there);
    };
    attachments.add(attachment);
    return () => {
      attachments.delete(attachment);
      end();
    };
  };
  /** @param errands what is kept meanwhile; of what somebody else keeps, nothing */
  const begin = async <T>(
    errands: readonly TransferErrand[],
    run: (there: TransferQueue) => Promise<T>,
    instead: T,
  ): Promise<T> => {
    if (queue) return run(queue);
    const { signal } = given;
    waiting.add(errands);
    try {
      await untilAborted(load(), signal);
    } catch {
      return instead;
    } finally {
      waiting.delete(errands);
    }
    return queue ? run(queue) : instead;
  };
  const cancelGiven = () => {
    given.abort();
    given = new AbortController();
  };
  return {
    load: () => void load().catch(() => undefined),
    tasks: {
      get: () => queue?.tasks.get() ?? NONE,
      subscribe: (listener) => attach((there) => there.tasks.subscribe(listener)),
    },
    summary: () => queue?.summary() ?? summarizeTransfers(NONE),
    unfinished: (besides) => queue?.unfinished(besides) ?? [...waiting].flat(),
    upload: (sources, target, uploading = {}) => {
      const { conflictBehavior = 'ask', onStarted } = uploading;
      const errands = sources.map(
        (source) => ({ kind: 'upload', source, target, conflictBehavior }) as const,
      );
      // Who wants to be told of the tasks keeps the files until then.
      return begin(onStarted ? [] : errands, (there) => there.upload(sources, target, uploading), []);
    },
    download: (items, downloading) =>
      begin([{ kind: 'download', items }], (there) => there.download(items, downloading), undefined),
    copy: (items, target, copying = {}) => {
      const { conflictBehavior = 'ask' } = copying;
      const errands = items.map((item) => ({ kind: 'copy', item, target, conflictBehavior }) as const);
      return begin(errands, (there) => there.copy(items, target, copying), []);
    },
    kept: {
      goesOn: (id) => queue?.kept.goesOn(id) ?? false,
      use: (work) =>
        load().then(
          (there) => there.kept.use(work),
          () => undefined,
        ),
    },
    resolveConflict: (id, answer) => queue?.resolveConflict(id, answer),
    answerAll: (answers) => queue?.answerAll(answers),
    pause: (id) => queue?.pause(id),
    pauseAll: () => queue?.pauseAll(),
    resume: (id) => queue?.resume(id),
    resumeAll: () => queue?.resumeAll(),
    provide: async (files, id, handles) => queue?.provide(files, id, handles) ?? files,
    cancel: (id) => queue?.cancel(id),
    cancelAll: () => {
      cancelGiven();
      queue?.cancelAll();
    },
    retry: (id) => queue?.retry(id),
    retryFailed: () => queue?.retryFailed(),
    clearFinished: (id) => queue?.clearFinished(id),
    onUploaded: (listener) => attach((there) => there.onUploaded(listener)),
    onCopied: (listener) => attach((there) => there.onCopied(listener)),
    onProgress: (listener) => attach((there) => there.onProgress(listener)),
    dispose: () => {
      given.abort();
      ended.abort();
      attachments.clear();
      queue?.dispose();
    },
  };
}

const NONE: readonly TransferTask[] = [];
