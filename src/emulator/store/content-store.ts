/** Bytes that may be appended to, shortened again and read while they grow. */
export interface ContentFile {
  readonly size: number;
  /** False where only the size was kept, and nothing can be read. */
  readonly kept: boolean;
  append(bytes: Uint8Array): Promise<void>;
  /** Forgets everything from `size` on. */
  truncate(size: number): Promise<void>;
  /** No more appends will come: what was held open for writing may be let go. */
  seal(): Promise<void>;
  /** The bytes from `start` up to, but not including, `end`. */
  read(start: number, end: number): ReadableStream<Uint8Array>;
  remove(): Promise<void>;
}

/** Where the emulator keeps the bytes of files. */
export interface ContentStore {
  create(): ContentFile;
  /** Lets every byte go. */
  close(): Promise<void>;
}
