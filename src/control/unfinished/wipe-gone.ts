import { accountOf, type Auth } from '../../auth';
import type { Environment } from '../../lib';
import type { LeavingParts } from './follow-leaving';
import { dropTaken, wipeActs } from './kept-acts';
import { noteKey, readNote } from './leave-note';

type WipingParts = Pick<
  LeavingParts,
  'share' | 'clientId' | 'connection' | 'transfers' | 'resumption' | 'ended'
>;

/** Nothing stays of what nobody came back for, nor from now on of who disconnects or makes room for somebody else. */
export async function wipeGone(parts: WipingParts): Promise<void> {
  if (parts.ended.signal.aborted) return;
  const end = followGone(parts.connection, (gone) => {
    parts.resumption.set(undefined);
    parts.transfers.kept.use((journal) => journal.wipe(gone)).catch(() => undefined);
    // Where it can't be wiped it could not be kept either.
    wipe(parts, gone).catch(() => undefined);
  });
  parts.ended.signal.addEventListener('abort', end);
  await wipe(parts);
  await dropTaken(parts.share.environment, parts.ended.signal);
}

async function wipe({ share: { environment }, clientId }: WipingParts, accountId?: string): Promise<void> {
  wipeNotes(environment, clientId, accountId);
  await wipeActs(environment, { clientId, accountId });
}

/** Those of an account, and those that nobody came back for. */
function wipeNotes(
  { tabStorage, now }: Pick<Environment, 'tabStorage' | 'now'>,
  clientId: string,
  accountId: string | undefined,
): void {
  const storage = tabStorage();
  if (!storage) return;
  const keys = Array.from({ length: storage.length }, (_none, index) => storage.key(index) ?? '');
  for (const key of keys.filter((one) => one.startsWith(noteKey(clientId)))) {
    const note = readNote(storage, key);
    const isWanted = note && note.until > now() && (!accountId || note.accountId !== accountId);
    if (!isWanted) storage.removeItem(key);
  }
}

/** Tells who is not signed in here any more: disconnected, or gone for somebody else. */
function followGone(connection: Auth['connection'], tell: (accountId: string) => void): () => void {
  let before: string | undefined;
  const follow = () => {
    const now = connection.get();
    if (now.state === 'starting' || now.state === 'connecting') return;
    const account = accountOf(now)?.id;
    if (before !== undefined && before !== account) tell(before);
    before = account;
  };
  follow();
  return connection.subscribe(follow);
}
