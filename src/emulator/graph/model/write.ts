/** What was done to an item, as the ledger tells it. */
export interface Write {
  readonly kind: WriteKind;
  readonly driveId: string;
  readonly itemId: string;
  /** What it was called then, or is called since. */
  readonly name: string;
  /** Null where the item was not there. */
  readonly before: Tags | null;
  /** Null where the item is there no longer. */
  readonly after: Tags | null;
}

export type WriteKind =
  | 'create'
  | 'content'
  | 'update'
  | 'rename'
  | 'move'
  | 'delete'
  | 'restore'
  | 'version'
  | 'permission'
  | 'checkout'
  | 'checkin'
  | 'discard';

export interface Tags {
  readonly eTag: string;
  /** Null for items that have none. */
  readonly cTag: string | null;
}
