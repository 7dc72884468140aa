import type { Environment } from '../../lib';

/** What a page leaves in its tab when it goes to Microsoft, for the one that comes back. */
export interface LeaveNote {
  /** Under which the acts are kept. */
  readonly id: string;
  readonly accountId: string | undefined;
  /** Names of the folders from the root to the open one. */
  readonly path: readonly string[];
  /** Epoch milliseconds after which it says nothing any more. */
  readonly until: number;
}

/** All notes of a client begin alike; the controls of a page have one each. */
export function noteKey(clientId: string, number: number | '' = ''): string {
  return `onedrive-control.left.${clientId}.${number}`;
}

/** It stays until its owner is there, be it on a later load of the page. */
export function findNote({ tabStorage, now }: Pick<Environment, 'tabStorage' | 'now'>, key: string) {
  const note = readNote(tabStorage(), key);
  return note && note.until > now() ? note : undefined;
}

/** Its owner is there: a reload finds none. */
export function dropNote(
  { tabStorage }: Pick<Environment, 'tabStorage'>,
  key: string,
  { id }: LeaveNote,
): void {
  const storage = tabStorage();
  if (readNote(storage, key)?.id === id) storage?.removeItem(key);
}

/** As it stands there. */
export function readNote(storage: Storage | undefined, key: string): LeaveNote | undefined {
  const text = storage?.getItem(key);
  if (!text) return undefined;
  try {
    // Our own, of this origin; whoever can write there can do anything with the page.
    return JSON.parse(text) as LeaveNote;
  } catch {
    return undefined;
  }
}
