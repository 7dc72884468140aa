import type { PickRefusal } from '../drive';
import { nameTypes } from './accept-text';
import type { Text } from './text';

/** More than this nobody reads in a tooltip, or hears at every row. */
const MOST_TYPES = 6;

/** Why something can't be chosen. */
export function describeRefusal(refusal: PickRefusal, text: Text): string {
  switch (refusal.reason) {
    case 'not-a-file':
      return text('list.refused.file');
    case 'not-a-folder':
      return text('list.refused.folder');
    case 'type': {
      const names = nameTypes(refusal.accept, text);
      if (names.length > MOST_TYPES) return text('list.refused.otherType');
      return text('list.refused.type', { types: text.allOf(names) });
    }
    case 'size':
      return text('list.refused.size', { size: text.size(refusal.maxSize) });
    case 'host':
      return refusal.text ?? text('list.refused.host');
    case 'count':
      return text('list.refused.count', { count: refusal.maxCount });
  }
}
