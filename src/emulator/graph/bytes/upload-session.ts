import type { Intake } from '../model/content';
import { graphDate } from '../protocol/graph-dates';
import type { Person } from '../model/model';
import type { Destination } from './land-file';

/** An upload that comes in ranges. */
export interface UploadSession {
  readonly key: string;
  /** The one spelling of its URL that is accepted. */
  readonly url: string;
  readonly destination: Destination;
  /** Who opened it. */
  readonly by: Person;
  readonly deferCommit: boolean;
  readonly intake: Intake;
  /** Known from the first range on, or from the start when the client told it. */
  total: number | null;
  expires: number;
  /** The end of whatever is being done to it: one thing at a time. */
  turn: Promise<unknown>;
}

const MINUTE = 60_000;
const LIFETIME = {
  business: 15 * MINUTE,
  documentLibrary: 15 * MINUTE,
  personal: 7 * 24 * 60 * MINUTE,
} as const;

/** Each range moves the end of the session's life forward. */
export function nextExpiry(destination: Destination, now: number): number {
  return now + LIFETIME[destination.drive.driveType];
}

export function isFull(session: UploadSession): boolean {
  return session.total !== null && session.intake.received === session.total;
}

export function sessionJson(session: UploadSession): {
  expirationDateTime: string;
  nextExpectedRanges: string[];
} {
  return {
    expirationDateTime: graphDate(session.expires),
    nextExpectedRanges: isFull(session) ? [] : [`${session.intake.received}-`],
  };
}
