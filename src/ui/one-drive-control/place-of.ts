import type { FolderPlace, ItemReference } from '../../drive';
import type { ControlProps } from '../../host';

/** Where `folder` and `createFolder` lead. A reference may come as the text of an attribute; what else it says is passed over. */
export function placeOf({
  folder = '',
  createFolder = false,
}: Pick<ControlProps, 'folder' | 'createFolder'>): FolderPlace {
  if (typeof folder === 'object') return folder;
  return readReference(folder) ?? { names: namesOf(folder), create: createFolder };
}

/** No name holds a quotation mark: a text that reads as a reference is one. */
function readReference(text: string): ItemReference | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    const { driveId, id } = JSON.parse(text);
    return typeof driveId === 'string' && typeof id === 'string' ? { driveId, id } : undefined;
  } catch {
    return undefined;
  }
}

/** The folder names of `Documents/2026`. */
export function namesOf(path = ''): string[] {
  return path.split('/').filter((name) => name !== '');
}
