import type { Auth, Resumption } from '../../auth';
import type { DriveAct, DriveCommands, DriveRequests, FolderBrowser, FolderPlace } from '../../drive';
import { createStore, loadCode, untilStore, type ReadableStore, type Store } from '../../lib';
import { isUnfinished, type TransferQueue } from '../../transfer';
import { namedAccountId } from '../named-account';
import type { PageShare } from '../page-share';
import { findNote, noteKey } from './leave-note';
import type { OwnedResumption } from './resume-acts';
import type { SavingPort } from './saving-port';

export interface Unfinished {
  /** What was begun before this page went to Microsoft. */
  readonly resumption: ReadableStore<Resumption | undefined>;
  /** Goes on with what is offered. */
  resume(): void;
  /** Gives it up, or has seen that it is done. */
  discard(): void;
  /** From now on what the interface saves is put away as well. */
  followSaving(load: () => Promise<SavingPort>): void;
  /** How many files would not arrive if whoever is signed in went, in all controls of the page with this sign-in. */
  uploadsAtStake(): number;
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
  /** As soon as it is known who is there; where this control's sign-in was away, how it has come back. */
  readonly returned: Promise<unknown>;
  readonly connection: Auth['connection'];
  /** Aborted with the control. */
  readonly ended: AbortController;
  /** Another one for each control of the page. */
  readonly key: string;
  /** Undefined also for somebody without a name: who comes after may be somebody else. */
  readonly accountId: () => string | undefined;
  readonly resumption: Store<OwnedResumption | undefined>;
  /** Everything is put away: the page may go. */
  readonly isKept: Store<boolean>;
  readonly saving: () => Promise<SavingPort> | undefined;
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
  const { clientId = '' } = leaving ?? {};
  const returned =
    leaving?.returned ?? untilStore(connection, ({ state }) => state !== 'starting' || undefined);
  const resumption = createStore<OwnedResumption | undefined>(undefined);
  const accountId = () => namedAccountId(connection);
  const { number, free } = takeNumber();
  const key = noteKey(clientId, number);
  const ended = new AbortController();
  let loadPort: (() => Promise<SavingPort>) | undefined;
  const saving = () => loadPort?.();
  const isKept = createStore(false);
  const parts = {
    ...work,
    clientId,
    returned,
    connection,
    key,
    accountId,
    resumption,
    ended,
    isKept,
    saving,
  };
  const note = findNote(environment, key);
  if (note) later(({ comeBack }) => comeBack(parts, note));
  void returned.then(() => later(({ watchOver }) => watchOver(parts)));
  const keep = async () => (await load()).putAway(parts);
  const uploads = () =>
    work.transfers.tasks.get().filter((task) => task.kind === 'upload' && isUnfinished(task)).length;
  const party = { connection, keep, uploads };
  parties.add(party);
  // For as long as the page stands: asked by several controls of one sign-in it is asked once.
  leaving?.onLeave(keepAll);
  let back = note?.path;
  return {
    resumption,
    resume: () => later(({ resume }) => resume(parts)),
    discard: () => later(({ discard }) => discard(parts)),
    uploadsAtStake: () =>
      [...parties].reduce((sum, one) => sum + (one.connection === connection ? one.uploads() : 0), 0),
    followSaving: (given) => {
      loadPort = given;
    },
    place: (given) => {
      const isTheirs = note?.accountId !== undefined && note.accountId === accountId();
      const there = isTheirs ? back : undefined;
      back = undefined;
      return there ?? given;
    },
    end: () => {
      free();
      ended.abort();
      parties.delete(party);
    },
  };
}
