import type { OneDriveError } from '../lib';
import type { ActReason } from './permission';

/** What the user was about to do when the page went to Microsoft. */
export interface BegunAct {
  readonly kind: ActReason | 'save';
  /** Of what it is about; of a renaming the old name and the new one. */
  readonly names: readonly string[];
}

/** What becomes of it on the page that has come back. */
export type Resumption<Act extends BegunAct = BegunAct> =
  /** The user decides: it was not allowed there, something failed, or it can't be undone. */
  | { readonly status: 'offered'; readonly acts: readonly Act[]; readonly error?: OneDriveError | undefined }
  | { readonly status: 'running'; readonly act: Act; readonly next: readonly Act[] }
  | { readonly status: 'done'; readonly acts: readonly Act[] }
  /** Nothing waits; whoever is still signed in is told why Microsoft did not give what the page went there for. */
  | { readonly status: 'refused'; readonly error: OneDriveError };
