import { endSession } from '../end-session';
import type { JournalOwner } from '../kept-uploads';
import type { InterruptedUpload, UploadJournal } from '../upload-memo';
import type { StoredEntry } from './entry';
import { readEntries, takeEntries, type TakenEntry } from './entry-store';
import { findFile } from './find-file';
import { toLive, type LiveEntry } from './live-entry';
import type { JournalPort } from './port';
import { createMemo, type MemoParts } from './upload-memory';

interface TakeoverParts extends JournalOwner, MemoParts {
  readonly port: JournalPort;
  /** The name of this page's lock. */
  readonly owner: string;
  readonly openKey: () => Promise<CryptoKey>;
  /** Aborted with the journal. */
  readonly ended: AbortSignal;
}

/** Takes over what pages have left that are gone: as long as one lives, its lock is waited for. */
export function createTakeover(parts: TakeoverParts): Pick<UploadJournal, 'takeUp' | 'drop' | 'wipe'> {
  const { environment, owner, clientId, accountId, ended } = parts;
  const awaited = new Set<string>();
  const isOurs = (entry: StoredEntry, account: string | undefined) =>
    entry.clientId === clientId && entry.accountId === account;

  const wait = async (other: string) => {
    const free = await environment.lock(other, ended);
    if (!free) return;
    free();
    const now = environment.now();
    const account = accountId();
    const taken = await take(
      parts,
      (entry) =>
        entry.owner === other &&
        (isUnwanted(entry, now) || (isOurs(entry, account) && !((entry.handedUntil ?? 0) > now))),
    );
    const [unwanted, wanted] = split(taken, now);
    await Promise.all(unwanted.map((one) => end(parts, one)));
    await goOn(parts, wanted, account);
  };
  const wipe = async (isUnwanted: (entry: StoredEntry) => boolean) => {
    const entries = await readEntries(environment).catch(() => []);
    if (!entries.some(isUnwanted)) return;
    const taken = await take(parts, isUnwanted);
    await Promise.all(taken.map((one) => end(parts, one)));
  };
  return {
    takeUp: async () => {
      const entries = await readEntries(environment).catch(() => []);
      for (const other of new Set(entries.map((entry) => entry.owner))) {
        if (other === owner || awaited.has(other)) continue;
        awaited.add(other);
        // Where it can't be taken over it stays for the next page.
        wait(other)
          .catch(() => undefined)
          .finally(() => awaited.delete(other));
      }
    },
    drop: (ids) => wipe(({ id }) => ids.includes(id)),
    wipe: (account) => wipe((entry) => entry.owner !== owner && isOurs(entry, account)),
  };
}

async function take(
  { environment, owner, openKey }: TakeoverParts,
  isWanted: (entry: StoredEntry) => boolean,
) {
  // First: from then on other pages can tell that this one cares for them.
  await openKey();
  return takeEntries(environment, owner, isWanted);
}

function isUnwanted({ upload, until }: StoredEntry, now: number): boolean {
  return !upload || until <= now;
}

function split(taken: readonly TakenEntry[], now: number) {
  const unwanted = taken.filter(({ entry }) => isUnwanted(entry, now));
  return [unwanted, taken.filter((one) => !unwanted.includes(one))] as const;
}

/** Nobody wants it any more: its sessions are ended, and then it goes. */
async function end(parts: TakeoverParts, taken: TakenEntry): Promise<void> {
  const entry = await toLive(taken, await parts.openKey());
  const memo = createMemo(parts, entry);
  for (const uploadUrl of entry.ending) endSession(parts, memo, uploadUrl);
  memo.over();
}

async function goOn(
  parts: TakeoverParts,
  taken: readonly TakenEntry[],
  account: string | undefined,
): Promise<void> {
  const inOrder = taken.toSorted((a, b) => a.entry.until - b.entry.until);
  const found = await Promise.all(inOrder.map((one) => revive(parts, one)));
  const live = found.flatMap((one) => one ?? []);
  if (parts.accountId() === account) return parts.port.adopt(live.map(({ upload }) => upload));
  // Nobody's uploads go on in somebody else's drive.
  await Promise.all(live.map(({ entry }) => disown(parts, entry)));
}

async function revive(
  parts: TakeoverParts,
  taken: TakenEntry,
): Promise<{ readonly entry: LiveEntry; readonly upload: InterruptedUpload } | undefined> {
  const entry = await toLive(taken, await parts.openKey());
  const { upload, source } = entry;
  if (!upload || !source) return undefined;
  const memo = createMemo(parts, entry);
  for (const uploadUrl of entry.ending) endSession(parts, memo, uploadUrl);
  const { file, needs } = await findFile(source, upload, taken.bytes);
  entry.needs = needs;
  entry.hasSurvived = file !== undefined;
  entry.upload = { ...upload, file };
  parts.entries.set(entry.id, entry);
  return { entry, upload: { id: entry.id, ...upload, file, needs } };
}

function disown({ entries, save }: TakeoverParts, entry: LiveEntry): Promise<void> {
  entry.owner = 'nobody';
  entries.delete(entry.id);
  return save(entry);
}
