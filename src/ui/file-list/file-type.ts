import { fileTypeOf, isFolder, type DriveItem } from '../../drive';

export { extensionOf, fileTypeOf, type FileType } from '../../drive';

/** Whether opening goes into the item instead of showing it. */
export function opensInPlace(item: DriveItem): boolean {
  return isFolder(item) && !item.package;
}

/** Whether there is more to see of it here than its name. */
export function hasPreview(item: DriveItem): boolean {
  return !/^(?:archive|folder|generic|notebook|program)$/.test(fileTypeOf(item));
}
