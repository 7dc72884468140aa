import type { DriveItem, PickRules } from '../../drive';
import { OneDriveError } from '../../lib';
import type { SaveRequest } from '../save-request';

/** What a call of `pick()` or `save()` says while it has the picker. */
interface TurnContent {
  /** Undefined while the properties are not known yet. */
  readonly rules: () => PickRules | undefined;
  /** What is to be saved; without it something is picked. */
  readonly saving?: SaveRequest | undefined;
}

/** It ends once, by whatever comes first. */
export interface TurnEnds {
  /** Aborted when it has ended. */
  readonly over: AbortSignal;
  readonly resolve: (items: readonly DriveItem[]) => void;
  /** `cancelled` */
  readonly reject: () => void;
}

/** One call of `pick()` or `save()`: as long as it lasts, the picker does as it says. */
export interface Turn extends TurnContent, TurnEnds {}

/** A turn and its promise. Where it has ended before it could begin, `begin` is not called. */
export function createTurn(
  signal: AbortSignal | undefined,
  read: (ends: TurnEnds) => TurnContent,
  { begin, end }: { readonly begin: (turn: Turn) => void; readonly end: (turn: Turn) => void },
): Promise<readonly DriveItem[]> {
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const leave = () => {
      signal?.removeEventListener('abort', ends.reject);
      over.abort();
      end(turn);
    };
    const ends: TurnEnds = {
      over: over.signal,
      resolve: (items) => {
        leave();
        resolve(items);
      },
      reject: () => {
        leave();
        reject(new OneDriveError('cancelled', { cause: signal?.reason }));
      },
    };
    const turn: Turn = { ...read(ends), ...ends };
    if (signal?.aborted) return ends.reject();
    signal?.addEventListener('abort', ends.reject, { once: true });
    return begin(turn);
  });
}
