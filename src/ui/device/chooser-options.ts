import { mimeTypeOfName } from '../../drive';
import type { ChooserOptions } from '../choose-files';

const UNKNOWN_TYPE = 'application/octet-stream';

/** What an input says by `multiple` and `accept`, for the chooser that gives handles: it wants a type of each extension. */
export function chooserOptions(max: number, accept: readonly string[]): ChooserOptions {
  const multiple = max !== 1;
  if (accept.length === 0) return { multiple };
  const byType: Record<string, string[]> = {};
  for (const pattern of accept) {
    const isExtension = pattern.startsWith('.');
    const type = isExtension ? (mimeTypeOfName(pattern) ?? UNKNOWN_TYPE) : pattern;
    byType[type] = [...(byType[type] ?? []), ...(isExtension ? [pattern] : [])];
  }
  return { multiple, types: [{ accept: byType }] };
}
