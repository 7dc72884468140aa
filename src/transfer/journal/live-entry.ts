import { createSecretUrl, revealSecretUrl, seal, unseal, type SecretUrl } from '../../lib';
import type { OpenSession } from '../session-keeper';
import type { Need } from '../types';
import type { FileUpload } from '../upload-memo';
import type { KeptSource, StoredEntry } from './entry';
import type { EntryChange, TakenEntry } from './entry-store';

/** One upload as this page knows it: what is written is always made from here. */
export interface LiveEntry {
  readonly id: string;
  readonly clientId: string;
  readonly accountId: string;
  owner: string;
  until: number;
  upload: Omit<FileUpload, 'id'> | undefined;
  source: KeptSource | undefined;
  doubtful: readonly string[];
  session: OpenSession | undefined;
  ending: readonly SecretUrl[];
  handedUntil: number | undefined;
  /** What it lacks to go on. */
  needs: Need | undefined;
  /** Nobody wants the file any more. */
  isOver: boolean;
  /** It lies in the database. */
  isKept: boolean;
  /** The file could be opened on a page that had not begun the upload. */
  hasSurvived: boolean;
}

/** As it is to lie in the database; what is over and has no session goes from there. */
export async function toChange(
  entry: LiveEntry,
  bytes: ArrayBuffer | undefined,
  key: CryptoKey,
): Promise<EntryChange> {
  const { id, clientId, accountId, owner, until, doubtful, handedUntil } = entry;
  if (entry.isOver && !entry.session && entry.ending.length === 0) return { id, entry: undefined, bytes };
  const [session, ...ending] = await Promise.all([
    entry.session && sealSession(entry.session, key),
    ...entry.ending.map((uploadUrl) => seal(key, revealSecretUrl(uploadUrl))),
  ]);
  const { upload, source } = entry;
  const kept = !entry.isOver && upload && source ? { upload: { ...describe(upload), source }, doubtful } : {};
  const stored = { id, clientId, accountId, owner, until, doubtful: [], handedUntil, session, ending };
  return { id, entry: { ...stored, ...kept }, bytes };
}

function describe({ name, size, lastModified, path, target, takenName }: Omit<FileUpload, 'id'>) {
  const { driveId, id } = target;
  return { name, size, lastModified, path: [...path], target: { driveId, id, name: target.name }, takenName };
}

/** What another page has left; of what can't be unsealed any more the sessions are unknown. */
export async function toLive({ entry }: TakenEntry, key: CryptoKey): Promise<LiveEntry> {
  const { upload, session } = entry;
  const open = async (sealed: Parameters<typeof unseal>[1]) => createSecretUrl(await unseal(key, sealed));
  const closing = await Promise.allSettled(entry.ending.map(open));
  const [uploadUrl] = session ? await Promise.allSettled([open(session.uploadUrl)]) : [];
  return {
    ...entry,
    upload: upload && { ...upload, file: undefined, handle: undefined },
    source: upload?.source,
    doubtful: namesInDoubt(entry),
    session:
      session && uploadUrl?.status === 'fulfilled' ? { ...session, uploadUrl: uploadUrl.value } : undefined,
    ending: closing.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])),
    handedUntil: undefined,
    needs: undefined,
    isOver: !upload,
    isKept: true,
    hasSurvived: false,
  };
}

/** A page that is gone can't tell what it has sent. Under a name that it chose itself it has said so before. */
function namesInDoubt({ upload, doubtful }: StoredEntry): readonly string[] {
  if (!upload || upload.takenName === 'rename') return doubtful;
  return [...new Set([...doubtful, upload.name])];
}

async function sealSession({ uploadUrl, name, isComplete }: OpenSession, key: CryptoKey) {
  return { uploadUrl: await seal(key, revealSecretUrl(uploadUrl)), name, ...(isComplete && { isComplete }) };
}
