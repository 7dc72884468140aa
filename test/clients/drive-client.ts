import type { AppRegistration } from '../../src/emulator';

/** A published client, as the journey uses it. Paths are relative to the root of the drive: `Folder/file.txt`. */
export interface DriveClient {
  readonly name: string;
  version(): Promise<string>;
  /** Signs in with this account, from a new configuration. */
  connect(account: string): Promise<void>;
  /** The names in a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Uploads a file of this computer; what was there before is replaced. */
  upload(file: string, path: string): Promise<void>;
  /** Downloads to a file of this computer. */
  download(path: string, file: string): Promise<void>;
  copy(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** An address for others. */
  link(path: string): Promise<string>;
}

/** What a client needs to be set up. */
export interface Workplace {
  /** An empty folder of its own for configuration and files. */
  readonly folder: string;
  readonly service: EmulatedService;
}

/** The emulator under the names of Microsoft's hosts, and what it alone knows. */
export interface EmulatedService {
  registerApp(registration: AppRegistration): void;
  token(account: string): Promise<string>;
  /** Somebody else creates a file; its folders come with it. */
  create(account: string, path: string, content: string): Promise<void>;
  /** Somebody else deletes a file. */
  remove(account: string, path: string): Promise<void>;
  truth(account: string): Promise<Truth>;
  /** How many ranges of upload sessions have been sent since the last reset. */
  rangesSent(): Promise<number>;
  /** Empty drives again; applications stay registered. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export interface Truth {
  /** By path: `Folder/file.txt`. */
  readonly items: ReadonlyMap<string, StoredItem>;
  readonly openUploads: number;
}

export interface StoredItem {
  readonly id: string;
  readonly size: number;
  readonly quickXorHash: string | undefined;
}
