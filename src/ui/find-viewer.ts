import type { DriveItem } from '../drive';
import type { Viewer } from '../host';
import { hasPreview, opensInPlace } from './file-list/file-type';

/** The page's own viewer of a file. */
export function findViewer(item: DriveItem, viewers: readonly Viewer[]): Viewer | undefined {
  return viewers.find(({ accepts }) => {
    try {
      return accepts(item);
    } catch {
      return false;
    }
  });
}

/** Whether there is more to see of an item here than its name. */
export function isPreviewable(item: DriveItem, viewers: readonly Viewer[]): boolean {
  return hasPreview(item) || (!opensInPlace(item) && findViewer(item, viewers) !== undefined);
}
