import { withDeadline } from '../../lib';
import { endSession } from '../end-session';
import type { TransferContext } from '../transfer-context';
import type { FileUpload, UploadMemo } from '../upload-memo';
import type { LiveEntry } from './live-entry';

/** A browser whose database does not answer keeps no upload waiting (milliseconds). */
const PATIENCE = 3_000;

export interface MemoParts extends Pick<TransferContext, 'environment' | 'gate' | 'background'> {
  readonly entries: Map<string, LiveEntry>;
  readonly save: (entry: LiveEntry) => Promise<void>;
  readonly saveLater: (entry: LiveEntry) => void;
}

/**
 * What the engine says of one upload, into its entry.
 *
 * @param before what is to be known first
 */
export function createMemo(
  parts: MemoParts,
  entry: LiveEntry,
  before: () => Promise<void> = async () => undefined,
): UploadMemo {
  const { environment, entries, save } = parts;
  const patiently = (work: () => Promise<void>) =>
    withDeadline(environment, PATIENCE, undefined, work).catch(() => undefined);
  const keep = () => patiently(() => save(entry));
  const change = (said: Partial<FileUpload>) => {
    entry.upload = entry.upload && { ...entry.upload, ...said };
    void save(entry);
  };
  let beginning: Promise<void> | undefined;
  const begin = async () => {
    await patiently(before);
    if (!entry.isKept) await keep();
    beginning = undefined;
  };
  const memo: UploadMemo = {
    get session() {
      return entry.session;
    },
    get doubtful() {
      return entry.doubtful;
    },
    begin: async () => {
      entries.set(entry.id, entry);
      entry.isOver = false;
      await (beginning ??= begin());
    },
    opened: (session) => {
      entry.session = session;
      return keep();
    },
    closing: (uploadUrl) => {
      if (entry.session?.uploadUrl === uploadUrl) entry.session = undefined;
      if (!entry.ending.includes(uploadUrl)) entry.ending = [...entry.ending, uploadUrl];
      void save(entry);
    },
    closed: (uploadUrl) => {
      entry.ending = entry.ending.filter((one) => one !== uploadUrl);
      void save(entry);
    },
    finished: () => {
      entry.session = undefined;
    },
    trying: async (name) => {
      if (entry.doubtful.includes(name)) return;
      entry.doubtful = [...entry.doubtful, name];
      await keep();
    },
    decided: (takenName) => change({ takenName }),
    renamed: change,
    over: () => {
      if (entry.isOver) return;
      entry.isOver = true;
      entries.delete(entry.id);
      if (entry.session) endSession(parts, memo, entry.session.uploadUrl);
      if (entry.isKept) parts.saveLater(entry);
      else void save(entry);
    },
  };
  return memo;
}
