/* oxlint-disable no-await-in-loop -- a zip is written in its order */
import { makeZip } from 'client-zip';
import type { DriveItem } from '../graph';
import { toOneDriveError, untilAborted, type OneDriveError } from '../lib';
import { createBlobSink } from './blob-sink';
import type { ByteSink } from './byte-sink';
import { createDiskSink } from './disk-sink';
import type { DownloadJob } from './download-job';
import { isPassing } from './passing';
import type { TransferContext } from './transfer-context';
import { zipEntries, type ZipEntry, type ZipWalk } from './zip-entries';

/**
 * One zip of everything below `items`, written while it is read. It can't be begun in its middle, so it outlives the
 * runs of its task: between them nobody pulls.
 *
 * @param file where to; without it the zip is collected for the browser's own download
 */
export function createZip(
  items: readonly DriveItem[],
  name: string,
  file: FileSystemFileHandle | undefined,
): DownloadJob {
  let begun: Begun | undefined;
  return {
    run: async (context) => {
      begun ??= begin(context, items, file ? createDiskSink(file) : createBlobSink(context, name));
      const { skipped, sink } = begun;
      await begun.pump(context);
      context.report({ type: 'verifying' });
      await sink.commit();
      begun = undefined;
      const left = skipped.length > 0 ? { skipped } : {};
      return { type: 'finished', result: { ...left, ...(file && { savedAs: file.name }) } };
    },
    release: () => {
      begun?.end();
      begun = undefined;
    },
  };
}

interface Begun {
  readonly skipped: readonly string[];
  readonly sink: ByteSink;
  /** Writes the zip as far as the run goes. */
  readonly pump: (run: TransferContext) => Promise<void>;
  readonly end: () => void;
}

function begin(context: TransferContext, items: readonly DriveItem[], sink: ByteSink): Begun {
  const ended = new AbortController();
  const { signal } = ended;
  const runs = createRuns(signal);
  const skipped: string[] = [];
  const known = items.reduce((sum, item) => sum + (item.size ?? 0), 0);
  let loaded = 0;
  const onBytes = (count: number) => {
    loaded += count;
    runs.report({ type: 'sent', loaded, total: Math.max(known, loaded) });
  };
  const lasting = { ...context, signal, report: runs.report };
  const reader = makeZip(entries({ context: lasting, park: runs.park, skipped, onBytes }, items)).getReader();
  let pulled: ReturnType<typeof reader.read> | undefined;
  return {
    skipped,
    sink,
    pump: async (run) => {
      const broken = runs.begin(run);
      for (;;) {
        pulled ??= reader.read();
        const next = await untilAborted(Promise.race([pulled, broken]), run.signal);
        pulled = undefined;
        if (next.done) return;
        await sink.write(new Uint8Array(next.value));
      }
    },
    end: () => {
      ended.abort();
      // What is being pulled ends with the signal; nobody waits for it any more.
      pulled?.catch(() => undefined);
      reader.cancel().catch(() => undefined);
      void sink.discard();
    },
  };
}

/** @throws what stood in the way, where nothing at all is left for the zip */
async function* entries(walk: ZipWalk, items: readonly DriveItem[]): AsyncGenerator<ZipEntry> {
  let isEmpty = true;
  for await (const entry of zipEntries(walk, items)) {
    isEmpty = false;
    yield entry;
  }
  if (isEmpty && walk.missing) throw walk.missing;
}

/** Ties what is read for a zip to the run of the moment, where there is one. */
function createRuns(ended: AbortSignal) {
  let current: TransferContext | undefined;
  let breakOff: (error: OneDriveError) => void = () => undefined;
  let goOn: () => void = () => undefined;
  return {
    report: (event: Parameters<TransferContext['report']>[0]) => current?.report(event),
    /** Rejects where the run can't go on; whatever was parked does. */
    begin: (run: TransferContext): Promise<never> => {
      current = run;
      const broken = new Promise<never>((_resolve, reject) => {
        breakOff = reject;
      });
      broken.catch(() => undefined);
      goOn();
      return broken;
    },
    /** Ends the run, and resolves with the next one. @throws the reason itself where no other run would help */
    park: async (reason: unknown): Promise<void> => {
      const error = toOneDriveError(reason);
      if (ended.aborted || !isPassing(error)) throw error;
      const again = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      breakOff(error);
      await untilAborted(again, ended);
    },
  };
}
