import { accountOf, isNameless, type Auth, type PageReturn, type Resumption } from '../../auth';
import type { DriveAct, DriveCommands, DriveRequests, FolderBrowser, FolderPlace } from '../../drive';
import { createStore, loadCode, untilStore, type ReadableStore, type Store } from '../../lib';
import { isUnfinished, type TransferQueue } from '../../transfer';
import type { PageShare } from '../page-share';
import { findNote, noteKey } from './leave-note';
import { openActs } from './pending-act';
import type { OwnedResumption } from './resume-acts';
import { warnBeforeLeaving } from './warn-before-leaving';

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
  /** Of the app registration; empty where the page signs in. */
  readonly clientId: string;
  /** How this control's sign-in has come back; never by itself where it does not leave. */
  readonly returned: Promise<PageReturn>;
  readonly connection: Auth['connection'];
  /** Aborted with the control. */
  readonly ended: AbortController;
  /** Another one for each control of the page. */
  readonly key: string;
  /** Undefined also for somebody without a name: who comes after may be somebody else. */
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
  const { environment, takeNumber, parties, keepAll } = work.share;
  const { clientId = '', returned = untilStarted(connection) } = leaving ?? {};
  const resumption = createStore<OwnedResumption | undefined>(undefined);
  const accountId = () => {
    const account = accountOf(connection.get());
    return account && !isNameless(account) ? account.id : undefined;
  };
  const { number, free } = takeNumber();
  const key = noteKey(clientId, number);
  const ended = new AbortController();
  const parts = { ...work, clientId, returned, connection, key, accountId, resumption, ended };
  const note = findNote(environment, key);
  if (note) later(({ comeBack }) => comeBack(parts, note));
  void returned.then(() => later(({ wipeGone }) => wipeGone(parts)));
  const warning = createWarning(parts);
  const keep = async () => {
    const forget = await (await load()).putAway(parts);
    warning.setKept(true);
    return () => {
      warning.setKept(false);
      forget();
    };
  };
  parties.add(keep);
  // For as long as the page stands: asked by several controls of one sign-in it is asked once.
  leaving?.onLeave(keepAll);
  let back = note?.path;
  return {
    resumption,
    resume: () => later(({ resume }) => resume({ ...work, resumption, accountId })),
    discard: () => resumption.set(undefined),
    place: (given) => {
      const there = note?.accountId === accountId() ? back : undefined;
      back = undefined;
      return there ?? given;
    },
    end: () => {
      free();
      ended.abort();
      warning.end();
      parties.delete(keep);
    },
  };
}

/** A page that signs in by itself goes nowhere: it is there as soon as it is known who is. */
async function untilStarted(connection: Auth['connection']): Promise<undefined> {
  await untilStore(connection, ({ state }) => state !== 'starting' || undefined);
  return undefined;
}

/** While work is not put away, leaving the page would lose it. */
function createWarning({ share, transfers, resumption }: LeavingParts) {
  const isKept = createStore(false);
  const wouldLose = () =>
    !isKept.get() && (openActs(resumption.get()).length > 0 || transfers.tasks.get().some(isUnfinished));
  const stores = [isKept, resumption, transfers.tasks];
  return {
    setKept: (kept: boolean) => isKept.set(kept),
    end: warnBeforeLeaving(share.environment, stores, wouldLose),
  };
}
