import type { Sealed } from '../../lib';
import type { OpenSession } from '../session-keeper';
import type { FileUpload } from '../upload-memo';
import type { Fingerprint } from './fingerprint';

/** How the file comes back. */
export type KeptSource =
  | { readonly kind: 'bytes' }
  | { readonly kind: 'handle'; readonly handle: FileSystemFileHandle; readonly fingerprint: Fingerprint }
  | { readonly kind: 'ask'; readonly fingerprint: Fingerprint };

/** What is known of a file, apart from the file. */
export type KeptUpload = Omit<FileUpload, 'id' | 'file' | 'handle' | 'cameBy'> & {
  readonly source: KeptSource;
};

type SealedSession = Omit<OpenSession, 'uploadUrl' | 'nextExpectedRanges'> & { readonly uploadUrl: Sealed };

/** As it lies in the database. */
export interface StoredEntry {
  readonly id: string;
  readonly clientId: string;
  readonly accountId: string;
  /** The page that cares for it, by the name of its lock. */
  readonly owner: string;
  /** Epoch milliseconds after which nobody wants it any more. */
  readonly until: number;
  /** Absent once it is over: then only its sessions are still to be ended. */
  readonly upload?: KeptUpload | undefined;
  readonly doubtful: readonly string[];
  readonly session?: SealedSession | undefined;
  /** Sessions that the service was asked to end, and has not answered. */
  readonly ending: readonly Sealed[];
  /** Epoch milliseconds until which it comes back with a sign-in, not by itself. */
  readonly handedUntil?: number | undefined;
}
