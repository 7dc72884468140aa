import { createFileTransfer } from '../file-transfer';
import type { TaskList } from '../task-list';
import type { Transfer, TransferRuns } from '../transfer-runs';
import { QUEUED } from '../transfer-state';
import type { Need, NeedRefusal } from '../types';
import type { InterruptedUpload } from '../upload-memo';
import { openBatch, type OpenBatch, type UploadSurroundings, type UploadTransfer } from '../upload-transfer';

/** The engine, as the journal sees it. */
export interface JournalPort {
  readonly adopt: (uploads: readonly InterruptedUpload[]) => void;
  readonly go: (id: string, file: File) => void;
  readonly refuse: (id: string, needs: Need, refused: NeedRefusal) => void;
}

/** What the queue is made of. */
export interface QueueParts {
  readonly list: TaskList;
  readonly runs: TransferRuns;
  readonly uploads: Map<string, UploadTransfer>;
  readonly add: (transfers: readonly Transfer[]) => Promise<unknown>;
  readonly surroundings: UploadSurroundings;
}

export function createJournalPort({ list, runs, uploads, add, surroundings }: QueueParts): JournalPort {
  return {
    adopt: (found) => {
      if (surroundings.stopped.aborted) return;
      const unknown = found.filter(({ id }) => list.get(id) === undefined);
      const transfers = createInterruptedTransfers(unknown, surroundings);
      for (const transfer of transfers) uploads.set(transfer.task.id, transfer);
      void add(transfers);
    },
    go: (id, file) => {
      uploads.get(id)?.provide(file);
      runs.restart(id);
    },
    refuse: (id, needs, refused) => runs.tell(id, { type: 'interrupted', needs, refused }),
  };
}

/** Uploads that a page has begun which is gone. Those of one target share what a batch shares. */
function createInterruptedTransfers(
  uploads: readonly InterruptedUpload[],
  surroundings: UploadSurroundings,
): readonly UploadTransfer[] {
  const batches = new Map<string, OpenBatch>();
  return uploads.map((upload) => {
    const { needs, target } = upload;
    const key = JSON.stringify([target.driveId, target.id]);
    const batch = batches.get(key) ?? openBatch(target, surroundings);
    batches.set(key, batch);
    const adopted = { ...upload, cameBy: 'journal' } as const;
    return createFileTransfer(
      adopted,
      needs ? { status: 'interrupted', needs } : QUEUED,
      batch,
      surroundings,
    );
  });
}
