import type { Auth, PageLeaving, Resumption } from '../../auth';
import type { DriveAct, DriveCommands, DriveRequests, FolderBrowser, FolderPlace } from '../../drive';
import { createStore, loadCode, type ReadableStore, type Store } from '../../lib';
import type { TransferQueue } from '../../transfer';
import type { PageShare } from '../page-share';
import { takeNote } from './leave-note';
import type { PendingAct } from './pending-act';

export interface Unfinished {
  /** What was begun before this page went to Microsoft. */
  readonly resumption: ReadableStore<Resumption | undefined>;
  /** Goes on with what is offered. */
  resume(): void;
  /** Gives it up, or has seen that it is done. */
  discard(): void;
}

interface UnfinishedWork extends Unfinished {
  /** Where whoever has come back was. */
  place(given: FolderPlace): FolderPlace;
  readonly end: () => void;
}

/** What work is made of. */
interface WorkParts {
  readonly share: PageShare;
  readonly commands: DriveCommands;
  readonly requests: DriveRequests;
  readonly folder: FolderBrowser;
  readonly transfers: TransferQueue;
  /** Commands that wait for a permission. */
  readonly waiting: Iterable<DriveAct>;
}

export interface LeavingParts extends WorkParts {
  readonly leaving: PageLeaving;
  /** Another one for each control of the page. */
  readonly key: string;
  readonly accountId: () => string | undefined;
  readonly resumption: Store<Resumption<PendingAct> | undefined>;
}

const load = () => loadCode(import('./come-back'));

/** Puts work away before the page goes to Microsoft, and takes it up again on the page that comes back. */
export function followLeaving({ leaving, connection }: Auth, work: WorkParts): UnfinishedWork {
  const { environment, takeNumber } = work.share;
  const resumption = createStore<Resumption<PendingAct> | undefined>(undefined);
  const accountId = () => {
    const now = connection.get();
    return 'account' in now ? now.account?.id : undefined;
  };
  const { number, free } = takeNumber();
  const ends = [free];
  let back: readonly string[] | undefined;
  let leaver: string | undefined;
  if (leaving && !leaving.obstacle) {
    const key = `onedrive-control.left.${leaving.clientId}.${number}`;
    const parts = { ...work, leaving, key, accountId, resumption };
    const note = takeNote(environment, key);
    if (note)
      void load().then(
        ({ comeBack }) => comeBack(parts, note),
        () => undefined,
      );
    back = note?.path;
    leaver = note?.accountId;
    ends.push(leaving.onLeave(async () => (await load()).putAway(parts)));
  }
  return {
    resumption,
    resume: () =>
      void load().then(
        ({ resume }) => resume({ ...work, resumption }),
        () => undefined,
      ),
    discard: () => resumption.set(undefined),
    place: (given) => {
      const there = leaver === accountId() ? back : undefined;
      back = undefined;
      return there ?? given;
    },
    end: () => ends.forEach((end) => end()),
  };
}
