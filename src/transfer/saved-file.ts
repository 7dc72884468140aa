import type { DriveItem } from '../graph';
import { createDiskSink, type DiskSink } from './disk-sink';
import type { DownloadJob } from './download-job';
import { createContentWork, downloadContent, type ContentWork } from './download-content';

interface Begun {
  readonly sink: DiskSink;
  readonly content: ContentWork;
}

/** One file, written into the file that the user chose while it arrives, and proved before it is there. */
export function createSavedFile(item: DriveItem, handle: FileSystemFileHandle): DownloadJob {
  let begun: Begun | undefined;
  return {
    run: async (context) => {
      const { sink, content } = (begun ??= begin(item, handle));
      const total = item.size ?? 0;
      for await (const bytes of downloadContent(context, content)) {
        await sink.write(bytes);
        const loaded = content.received;
        context.report({ type: 'sent', loaded, total: Math.max(loaded, total) });
      }
      context.report({ type: 'verifying' });
      await sink.commit();
      begun = undefined;
      const result = { savedAs: handle.name, ...(content.isProved ? {} : { unverified: true }) };
      return { type: 'finished', result };
    },
    release: () => {
      void begun?.sink.discard();
      begun = undefined;
    },
  };
}

function begin(item: DriveItem, handle: FileSystemFileHandle): Begun {
  const sink = createDiskSink(handle);
  return { sink, content: createContentWork(item, sink.restart) };
}
