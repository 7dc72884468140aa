import { mergeClasses } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { fileTypeOf, type DriveItem } from '../../drive';
import { revealSecretUrl } from '../../lib';
import { useControl } from '../control-context';
import { FileTypeIcon } from './file-type-icon';
import { useFileRowStyles } from './file-row-styles';
import { useTileStyles } from './tile-styles';

/** The longest side of the service's medium picture. */
const MEDIUM = 176;

/** What the service drew of the item, otherwise the icon of its type. */
export function TilePicture({
  item,
  faded,
  size,
}: {
  readonly item: DriveItem;
  readonly faded: boolean;
  readonly size: number;
}) {
  const row = useFileRowStyles();
  const styles = useTileStyles();
  const { folder } = useControl();
  const [failed, setFailed] = useState<object>();
  const { medium, large } = item.thumbnails ?? {};
  const picture = size * devicePixelRatio > MEDIUM ? (large ?? medium) : medium;
  const isGone = picture !== undefined && picture === failed;
  useEffect(() => {
    // Such addresses live for a while only.
    if (isGone) folder.renewPicture(item);
  }, [isGone, folder, item]);
  return (
    <span className={mergeClasses(styles.picture, faded && row.faded)}>
      {picture && !isGone ? (
        <img
          // A tile may come to show another item: never its new name beside the old picture.
          key={item.id}
          className={styles.thumbnail}
          src={revealSecretUrl(picture)}
          alt=""
          referrerPolicy="no-referrer"
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => setFailed(picture)}
        />
      ) : (
        <FileTypeIcon type={fileTypeOf(item)} size={Math.min(96, Math.round(size * 0.5))} />
      )}
    </span>
  );
}
