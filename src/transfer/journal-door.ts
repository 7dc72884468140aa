import type { JournalParts } from './journal';
import type { JournalOwner, KeptUploads } from './kept-uploads';
import type { FileUpload, UploadJournal, UploadMemo } from './upload-memo';

/** The journal, loaded when there is something to keep, or to look for. */
export interface JournalDoor extends KeptUploads {
  readonly remember: (upload: FileUpload) => Promise<UploadMemo | undefined>;
  /** What was never opened stays closed. */
  readonly close: () => void;
}

export function createJournalDoor(
  owner: JournalOwner | undefined,
  parts: Omit<JournalParts, keyof JournalOwner>,
): JournalDoor {
  let opening: Promise<UploadJournal | undefined> | undefined;
  let opened: UploadJournal | undefined;
  const load = async () => {
    if (owner) opened = (await import('./journal')).createJournal({ ...parts, ...owner });
    return opened;
  };
  // What can't be fetched keeps nothing: the upload goes on all the same.
  const open = () => (opening ??= load().catch(() => undefined));
  return {
    remember: async (upload) => (await open())?.memo(upload),
    use: async (work) => {
      const journal = await open();
      return journal && work(journal);
    },
    goesOn: (id) => opened?.goesOn(id) ?? false,
    close: () => void opening?.then((journal) => journal?.close()),
  };
}
