/* oxlint-disable no-await-in-loop -- a file that an upload has taken is not compared with the others */
import type { UploadJournal } from '../upload-memo';
import { findFile } from './find-file';
import { isSameFile } from './fingerprint';
import type { LiveEntry } from './live-entry';
import type { JournalPort } from './port';

/** Files that come back by the user's hand. */
export function createReturns(
  entries: ReadonlyMap<string, LiveEntry>,
  port: JournalPort,
  save: (entry: LiveEntry) => Promise<void>,
): Pick<UploadJournal, 'reopen' | 'provide'> {
  const go = (entry: LiveEntry, given: File) => {
    if (!entry.upload) return;
    const { name, lastModified } = entry.upload;
    // It may have been renamed on the disk; the service knows it by the name that it had.
    const file = given.name === name ? given : new File([given], name, { lastModified });
    entry.needs = undefined;
    entry.upload = { ...entry.upload, file };
    port.go(entry.id, file);
  };
  /** Chosen once, and not on every page anew. */
  const keepHandle = (entry: LiveEntry, handle: FileSystemFileHandle | undefined) => {
    if (!handle || !entry.source || entry.source.kind === 'bytes') return;
    entry.source = { kind: 'handle', handle, fingerprint: entry.source.fingerprint };
    void save(entry);
  };
  return {
    reopen: async (id) => {
      const entry = entries.get(id);
      if (!entry?.needs || !entry.upload || !entry.source) return;
      const { file, needs } = await findFile(entry.source, entry.upload, undefined, true);
      if (file) return go(entry, file);
      entry.needs = needs;
      port.refuse(id, needs, needs === 'permission' ? 'declined' : 'changed');
    },
    provide: async (files, asked, handles) => {
      const left: File[] = [];
      for (const file of files) {
        const entry = await findEntry(entries, file);
        if (!entry) left.push(file);
        else {
          keepHandle(entry, handles?.get(file));
          go(entry, file);
        }
      }
      const needs = asked === undefined ? undefined : entries.get(asked)?.needs;
      if (asked !== undefined && needs && left.length > 0) port.refuse(asked, needs, 'other-file');
      return left;
    },
  };
}

/** By what it holds; of several alike, the one of its name. */
async function findEntry(
  entries: ReadonlyMap<string, LiveEntry>,
  file: File,
): Promise<LiveEntry | undefined> {
  const waiting = [...entries.values()].filter(({ needs }) => needs);
  const named = waiting.filter(({ upload }) => upload?.name === file.name);
  for (const entry of [...named, ...waiting]) {
    const { upload, source } = entry;
    if (!upload || !source || source.kind === 'bytes') continue;
    if ((await isSameFile(file, upload, source.fingerprint)) && entry.needs) return entry;
  }
  return undefined;
}
