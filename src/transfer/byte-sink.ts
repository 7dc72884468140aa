/** Takes the bytes of a download in their order, until they are committed or discarded. */
export interface ByteSink {
  /** Resolves when more may come. @throws OneDriveError `disk-full`, `save-refused` */
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Only now is there a file; before that nobody sees a part of it. */
  readonly commit: () => Promise<void>;
  readonly discard: () => Promise<void>;
}
