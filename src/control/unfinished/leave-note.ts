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

/** Taken by reading it: a reload finds none. */
export function takeNote({ tabStorage, now }: Pick<Environment, 'tabStorage' | 'now'>, key: string) {
  const storage = tabStorage();
  const text = storage?.getItem(key);
  if (!text) return undefined;
  storage?.removeItem(key);
  try {
    // Our own, of this origin; whoever can write there can do anything with the page.
    const note = JSON.parse(text) as LeaveNote;
    return note.until > now() ? note : undefined;
  } catch {
    return undefined;
  }
}
