import type { Content } from './content';
import type { FileItem, FileVersion, Item } from './model';
import { SeriesFile } from './series-file';

export function currentVersion(file: FileItem): FileVersion {
  const { contentVersion: number, content, modified, modifiedBy, fileModified, image } = file;
  return { number, tag: contentTag(file), content, modified, modifiedBy, fileModified, image };
}

/** A number for the file's content, which comes for no other. */
export function contentTag({ contentVersion, withdrawn = 0 }: FileItem): number {
  return contentVersion + withdrawn;
}

/** All there are, newest first: the first is the current one. */
export function versionsOf(file: FileItem): readonly FileVersion[] {
  return [currentVersion(file), ...(file.older ?? [])];
}

/** Every content that an item keeps alive. */
export function contentsOf(item: Item): Content[] {
  if (item.kind !== 'file' || (item instanceof SeriesFile && item.isUntouched)) return [];
  return versionsOf(item).map(({ content }) => content);
}

/** How a version is called: the service has major versions only where nobody asks for drafts. */
export function versionId(number: number): string {
  return `${number}.0`;
}
