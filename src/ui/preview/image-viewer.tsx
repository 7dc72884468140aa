import { useEffect, useState } from 'react';
import { OneDriveError, revealSecretUrl } from '../../lib';
import { FileCard } from './file-card';
import { ImageFrame } from './image-frame';
import { MOST_OF_IMAGE } from './limits';
import { PreviewFailure } from './preview-failure';
import { PreviewLoading } from './preview-loading';
import { useLoaded } from './use-loaded';
import type { ViewerProps } from './viewer-props';

/** What a drawing can hold may run in a page of its own: no address of it outlives the moment in which it is drawn. */
const RUNS_ALONE = 'image/svg+xml';

/** An image: the service's small picture of it at once, then the file itself. */
export function ImageViewer({ item, type, contents, image }: ViewerProps & { readonly type: string }) {
  const isTooLarge = (item.size ?? 0) > MOST_OF_IMAGE;
  const loaded = useLoaded(async (signal) => {
    if (isTooLarge) return undefined;
    const { bytes } = await contents.read(item, MOST_OF_IMAGE);
    return signal.aborted ? undefined : URL.createObjectURL(new Blob([...bytes], { type }));
  });
  const whole = loaded.status === 'ready' ? loaded.value : undefined;
  useEffect(() => () => URL.revokeObjectURL(whole ?? ''), [whole]);
  const [broken, setBroken] = useState<string>();
  const large = item.thumbnails?.large;
  const small = large && revealSecretUrl(large);
  const src = [whole, small].find((address) => address !== undefined && address !== broken);
  if (loaded.status === 'failed') return <PreviewFailure item={item} {...loaded} />;
  if (whole !== undefined && whole === broken) {
    return <PreviewFailure item={item} error={new OneDriveError('unexpected-answer')} isUnreadable />;
  }
  if (src === undefined) {
    return isTooLarge ? <FileCard item={item} why="tooLarge" /> : <PreviewLoading item={item} />;
  }
  return (
    <ImageFrame
      src={src}
      alt={item.name}
      isSmall={src === small}
      control={image}
      onShown={() => {
        if (src === whole && type === RUNS_ALONE) URL.revokeObjectURL(src);
      }}
      onFailed={() => setBroken(src)}
    />
  );
}
