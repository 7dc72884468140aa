import type { Contents, DriveItem, Neighbours } from '../../drive';
import { revealSecretUrl } from '../../lib';
import { MOST_AHEAD, MOST_OF_IMAGE } from './limits';
import { previewKindOf } from './preview-kind';

/**
 * What somebody may want to see next: the small pictures on both sides, which cost the service no request of their own,
 * then, once the image itself is there, all of the next one.
 */
export async function readAhead(
  item: DriveItem,
  { previous, next }: Pick<Neighbours, 'previous' | 'next'>,
  contents: Contents,
): Promise<void> {
  contents.keep([item, previous, next].flatMap((near) => near ?? []));
  for (const near of [next, previous]) {
    const large = near?.thumbnails?.large;
    if (!near || !large || !isImage(near)) continue;
    const picture = new Image();
    picture.referrerPolicy = 'no-referrer';
    picture.src = revealSecretUrl(large);
  }
  if (isImage(item)) await contents.read(item, MOST_OF_IMAGE);
  if (next && isImage(next) && (next.size ?? 0) <= MOST_AHEAD) await contents.read(next, MOST_OF_IMAGE);
}

function isImage(item: DriveItem): boolean {
  return previewKindOf(item).kind === 'image' && (item.size ?? 0) <= MOST_OF_IMAGE;
}
