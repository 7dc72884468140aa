import type { Auth, PageLeaving, Resumption } from '../../auth';
import type { DriveAct, DriveCommands, DriveRequests, FolderBrowser, FolderPlace } from '../../drive';
import { createStore, loadCode, type ReadableStore, type Store } from '../../lib';
import type { TransferQueue } from '../../transfer';
import type { PageShare } from '../page-share';
import { findNote, noteKey } from './leave-note';
import type { OwnedResumption } from './resume-acts';

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
  readonly connection: Auth['connection'];
  /** Aborted with the control. */
  readonly ended: AbortController;
  /** Another one for each control of the page. */
  readonly key: string;
  readonly accountId: () => string | undefined;
  readonly resumption: Store<OwnedResumption | undefined>;
}

const load = () => loadCode(import('./come-back'));

/** What can't be done is as if nobody had asked: nothing of the user's is lost by it. */
function later(run: (code: Awaited<ReturnType<typeof load>>) => Promise<void>): void {
  load()
    .then(run)
    .catch(() => undefined);
}

/** Puts work away before the page goes to Microsoft, and takes it up again on the page that comes back. */
export function followLeaving({ leaving, connection }: Auth, work: WorkParts): UnfinishedWork {
  const { environment, takeNumber } = work.share;
  const resumption = createStore<OwnedResumption | undefined>(undefined);
  const accountId = () => {
    const now = connection.get();
    return 'account' in now ? now.account?.id : undefined;
  };
  const { number, free } = takeNumber();
  const ends = [free];
  let back: readonly string[] | undefined;
  let leaver: string | undefined;
  if (leaving && !leaving.obstacle) {
    const key = noteKey(leaving.clientId, number);
    const parts = { ...work, leaving, connection, key, accountId, resumption, ended: new AbortController() };
    const note = findNote(environment, key);
    if (note) later(({ comeBack }) => comeBack(parts, note));
    ends.push(() => parts.ended.abort());
    void leaving.returned.then(() => later(({ wipeGone }) => wipeGone(parts)));
    back = note?.path;
    leaver = note?.accountId;
    ends.push(leaving.onLeave(async () => (await load()).putAway(parts)));
  }
  return {
    resumption,
    resume: () => later(({ resume }) => resume({ ...work, resumption, accountId })),
    discard: () => resumption.set(undefined),
    place: (given) => {
      const there = leaver === accountId() ? back : undefined;
      back = undefined;
      return there ?? given;
    },
    end: () => ends.forEach((end) => end()),
  };
}
