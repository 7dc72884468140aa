import { mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { DriveItem } from '../../drive';
import { revealSecretUrl } from '../../lib';
import { fileTypeOf } from './file-type';
import { FileTypeIcon } from './file-type-icon';
import { useFileRowStyles } from './file-row-styles';

/** The picture itself where the service made a small one, otherwise the icon of its type. */
export function RowPicture({
  item,
  faded,
  size,
}: {
  readonly item: DriveItem;
  readonly faded: boolean;
  readonly size: number;
}) {
  const styles = useFileRowStyles();
  const [failed, setFailed] = useState<object>();
  const type = fileTypeOf(item);
  const small = item.thumbnails?.small;
  const showsThumbnail = small && small !== failed && (type === 'image' || type === 'video');
  return (
    <span className={mergeClasses(styles.picture, faded && styles.faded)}>
      {showsThumbnail ? (
        <img
          // A row may come to show another item: never its new name beside the old picture.
          key={item.id}
          className={styles.thumbnail}
          style={{ width: size, height: size }}
          src={revealSecretUrl(small)}
          alt=""
          referrerPolicy="no-referrer"
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => setFailed(small)}
        />
      ) : (
        <FileTypeIcon type={type} size={size} />
      )}
    </span>
  );
}
