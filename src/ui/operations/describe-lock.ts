import type { Operation } from '../../drive';
import type { Text } from '../text';

/** Who has the file checked out, where that is why it can't be changed. */
export function describeLock(
  result: Operation['entries'][number]['result'] | undefined,
  text: Text,
): string | undefined {
  if (result?.status !== 'failed' || result.error.code !== 'locked') return undefined;
  const { level, checkedOutBy: name } = result.now?.publication ?? {};
  return name !== undefined && level !== 'checkout' ? text('checkout.locked', { name }) : undefined;
}
