import type { DriveItem } from '../graph';

export function isZipDownload(items: readonly DriveItem[]): boolean {
  const [first] = items;
  return items.length > 1 || Boolean(first?.folder ?? first?.remoteItem?.folder ?? first?.package);
}

/** "Reports.zip" for one folder; several items have no common name. */
export function zipName(items: readonly DriveItem[]): string {
  const [first] = items;
  return `${first && items.length === 1 ? first.name : 'OneDrive'}.zip`;
}
