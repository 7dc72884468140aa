import type { UploadJournal } from './upload-memo';

/** Uploads that go on after a reload, a crash, or on another day; without a journal nothing does. */
export interface KeptUploads {
  /** Whether it goes on by itself on another page, with nothing lost. */
  readonly goesOn: (taskId: string) => boolean;
  /** Loads the journal; resolves with undefined where there is none. */
  readonly use: <T>(work: (journal: UploadJournal) => Promise<T>) => Promise<T | undefined>;
}

/** Whose uploads are kept. */
export interface JournalOwner {
  /** Of the app registration; empty where the page signs in. */
  readonly clientId: string;
  /** Undefined where nobody is there, or nobody knows who: then nothing is kept. */
  readonly accountId: () => string | undefined;
}
