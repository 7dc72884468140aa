import { itemPath, type DriveItem } from '../../graph';
import type { ChangeParts } from './change-parts';
import { look } from './truth';

type CheckoutChange =
  | { readonly kind: 'check-out' | 'discard-check-out' }
  /** The comment stands in the version history of SharePoint. */
  | { readonly kind: 'check-in'; readonly comment: string };

const CALLS = {
  'check-out': 'checkout',
  'check-in': 'checkin',
  'discard-check-out': 'discardCheckout',
} as const;

/**
 * The service takes no eTag for these calls, and answers with nothing: what the file is afterwards is read. What is so
 * already, because an answer was lost or somebody else did it, is as good. @throws OneDriveError `locked`, …
 */
export async function changeCheckout(
  { graph, requests }: ChangeParts,
  item: DriveItem,
  change: CheckoutChange,
  signal?: AbortSignal,
): Promise<DriveItem> {
  const level = change.kind === 'check-out' ? 'checkout' : 'published';
  const path = `${itemPath(item)}/${CALLS[change.kind]}`;
  const body = change.kind === 'check-in' ? { comment: change.comment } : undefined;
  const read = () => look(() => requests.item(item, signal));
  try {
    await graph.send({ path, ...(body && { body }), access: 'write', signal });
  } catch (cause) {
    const fresh = await read();
    if (fresh && isDone(fresh, change)) return fresh;
    throw cause;
  }
  return (await read()) ?? { ...item, publication: { level } };
}

function isDone({ publication }: DriveItem, { kind }: CheckoutChange): boolean {
  if (kind === 'check-out') return publication?.level === 'checkout';
  return publication?.level === 'published' && publication.checkedOutBy === undefined;
}
