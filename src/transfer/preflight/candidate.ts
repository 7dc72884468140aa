import type { TransferEvent } from '../transfer-state';
import type { TakenName } from '../types';

/** Something that is to be uploaded, as it stands now: its name may have been given by an answer. */
export interface Candidate {
  readonly id: string;
  readonly kind: 'file' | 'folder';
  /** Names of the folders above, of a folder also its own, as they were given. */
  readonly path: readonly string[];
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Only `ask` is looked at before: every other word is the answer already. */
  readonly takenName: TakenName;
  /** Somebody has chosen the name: the service is the judge. */
  readonly isNameChosen: boolean;
  /** What has its name may be what an earlier page has sent of it: then nobody asks, and the run finds out. */
  readonly hasBegun?: boolean;
}

/** What becomes of it: the event that ends its run, or nothing where it can be sent. */
export type Verdict = TransferEvent | undefined;

/** Tells what becomes of one; the first word counts. */
export type Settle = (candidate: Candidate, verdict: Verdict) => void;
