import { useState } from 'react';
import { revealSecretUrl } from '../../lib';
import { useText } from '../text';
import { FileCard } from './file-card';
import { ImageFrame } from './image-frame';
import { PreviewNote } from './preview-note';
import type { ViewerProps } from './viewer-props';

/** What no browser shows, as the picture that the service has made of it. */
export function PictureViewer({ item, image, isPage }: ViewerProps & { readonly isPage: boolean }) {
  const text = useText();
  const [isBroken, setBroken] = useState(false);
  const large = item.thumbnails?.large;
  if (!large || isBroken) return <FileCard item={item} />;
  return (
    <PreviewNote note={text(isPage ? 'preview.firstPage' : 'preview.picture')}>
      <ImageFrame
        src={revealSecretUrl(large)}
        alt={item.name}
        isSmall
        control={image}
        onFailed={() => setBroken(true)}
      />
    </PreviewNote>
  );
}
