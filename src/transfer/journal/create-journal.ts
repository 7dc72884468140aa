import type { TransferContext } from '../transfer-context';
import type { JournalOwner } from '../kept-uploads';
import type { FileUpload, UploadJournal } from '../upload-memo';
import { createSourceChooser } from './choose-source';
import { loadSealKey, takeEntries } from './entry-store';
import { createEntryWriter } from './entry-writer';
import { toChange, toLive, type LiveEntry } from './live-entry';
import { createJournalPort, type QueueParts } from './port';
import { createReturns } from './returns';
import { createTakeover } from './takeover';
import { createMemo } from './upload-memory';

/** Nobody comes back for an upload after so long (milliseconds). */
const KEPT_FOR = 14 * 24 * 60 * 60_000;

export interface JournalParts
  extends JournalOwner, QueueParts, Pick<TransferContext, 'environment' | 'gate' | 'background'> {}

/** Where the browser keeps nothing, uploads are as they are without it. */
export function createJournal(parts: JournalParts): UploadJournal {
  const { environment, clientId, accountId } = parts;
  const owner = `onedrive-control.uploads.${environment.randomId()}`;
  const entries = new Map<string, LiveEntry>();
  const ended = new AbortController();
  const presence = createPresence(parts, owner, ended.signal);
  const writer = createWriter(parts, presence.openKey);
  const port = createJournalPort(parts);
  const shared = {
    ...parts,
    port,
    owner,
    entries,
    openKey: presence.openKey,
    ended: ended.signal,
    save: writer.save,
    saveLater: writer.saveLater,
  };
  let sequence = 0;
  const register = ({ id, ...upload }: FileUpload, account: string): LiveEntry => ({
    id,
    clientId,
    accountId: account,
    owner,
    // One after the other, so that they come back in this order.
    until: environment.now() + KEPT_FOR + (sequence += 1),
    upload,
    source: undefined,
    doubtful: [],
    session: undefined,
    ending: [],
    handedUntil: undefined,
    needs: undefined,
    isOver: false,
    isKept: false,
    hasSurvived: false,
  });
  /** What the page that went to Microsoft knew. As if it had known nothing where it can't be read. */
  const fetch = async (entry: LiveEntry) => {
    const key = await presence.openKey();
    const [taken] = await takeEntries(
      environment,
      owner,
      (one) => one.id === entry.id && one.clientId === clientId && one.accountId === entry.accountId,
    );
    if (!taken) return;
    const { doubtful, session, ending, source } = await toLive(taken, key);
    Object.assign(entry, { doubtful, session, ending, source });
  };
  return {
    ...createTakeover(shared),
    ...createReturns(entries, port, writer.save),
    memo: (upload) => {
      const account = accountId();
      const entry = entries.get(upload.id) ?? (account === undefined ? undefined : register(upload, account));
      if (!entry) return undefined;
      let fetched: Promise<void> | undefined;
      const before = () => (fetched ??= fetch(entry).catch(() => undefined));
      const memo = createMemo(shared, entry, upload.cameBy === 'errand' ? before : undefined);
      void memo.begin();
      return memo;
    },
    goesOn: (id) => {
      const entry = entries.get(id);
      return entry?.isKept === true && (entry.source?.kind === 'bytes' || entry.hasSurvived);
    },
    handOver: async (ids, until) => {
      const handed = ids.flatMap((id) => entries.get(id) ?? []);
      for (const entry of handed) entry.handedUntil = until;
      await Promise.all(handed.map(writer.save));
    },
    close: async () => {
      await writer.finish();
      ended.abort();
      presence.end();
    },
  };
}

/** The lock that tells other pages that this one lives, and the key; taken when there is something to keep. */
function createPresence({ environment }: JournalParts, owner: string, ended: AbortSignal) {
  let opening: Promise<CryptoKey> | undefined;
  let free: (() => void) | undefined;
  const open = async () => {
    free = await environment.lock(owner, ended);
    // Nobody could tell whether the page of an entry still cares for it.
    if (!free) throw new TypeError('The browser knows no locks.');
    return loadSealKey(environment);
  };
  return {
    openKey: () => (opening ??= open()),
    end: () => free?.(),
  };
}

function createWriter({ environment }: JournalParts, openKey: () => Promise<CryptoKey>) {
  const sources = createSourceChooser(environment);
  const prepare = async (entry: LiveEntry) => {
    const key = await openKey();
    const { upload, isOver } = entry;
    const chosen = isOver || entry.source || !upload ? undefined : await sources.choose(upload);
    if (isOver && entry.source?.kind === 'bytes') sources.giveBack(upload?.size ?? 0);
    entry.source = isOver ? undefined : (chosen?.source ?? entry.source);
    return toChange(entry, chosen?.bytes, key);
  };
  const spare = (entries: readonly LiveEntry[]) => {
    sources.stop();
    for (const entry of entries) if (!entry.isKept) entry.source = undefined;
  };
  return createEntryWriter(environment, prepare, spare);
}
