import { extensionOfMimeType, parseAccept } from '../drive';
import type { MessageId } from '../locales';
import type { Text } from './text';

const FAMILIES: Readonly<Record<string, MessageId | undefined>> = {
  'audio/*': 'list.type.audio',
  'image/*': 'list.type.image',
  'text/*': 'list.type.text',
  'video/*': 'list.type.video',
};

/** Types of files as people name them: `.pdf` and `application/pdf` are PDF to everybody; `image/*` is a word. */
export function nameTypes(accept: readonly string[], text: Text): readonly string[] {
  const names = parseAccept(accept).map((pattern) => {
    if (pattern.startsWith('.')) return pattern.slice(1).toUpperCase();
    const family = FAMILIES[pattern];
    if (family) return text(family);
    return extensionOfMimeType(pattern)?.toUpperCase() ?? pattern;
  });
  return [...new Set(names)];
}
