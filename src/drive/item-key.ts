import { driveKey, type ItemReference } from '../graph';

/**
 * Two references with the same key are one item. The service changes the case of personal drive ids and drops
 * their leading zeros (onedrive-api-docs 1902, 1890), so ids are compared by this key and sent as they came.
 */
export function itemKey({ driveId, id }: ItemReference): string {
  return `${driveKey(driveId)} ${id}`;
}

/** The same drive, however the service writes its id. */
export function isSameDrive(a: Pick<ItemReference, 'driveId'>, b: Pick<ItemReference, 'driveId'>): boolean {
  return isSameItem({ driveId: a.driveId, id: '' }, { driveId: b.driveId, id: '' });
}

export function isSameItem(a: ItemReference, b: ItemReference): boolean {
  return itemKey(a) === itemKey(b);
}
