import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { DriveItem } from '../../drive';
import { revealSecretUrl } from '../../lib';
import { fileTypeOf } from '../file-list/file-type';
import { FileTypeIcon } from '../file-list/file-type-icon';

const useStyles = makeStyles({
  place: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    // Of one height, so that nothing moves when the picture comes.
    height: '160px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
  picture: { width: '100%', height: '100%', objectFit: 'contain' },
});

/** The picture that the service made of it, else the sign of its type. */
export function ItemPicture({
  item,
  known,
}: {
  readonly item: DriveItem;
  readonly known?: DriveItem | undefined;
}) {
  const styles = useStyles();
  const [failed, setFailed] = useState<object>();
  const thumbnails = known?.thumbnails ?? item.thumbnails;
  const large = thumbnails?.large ?? thumbnails?.medium;
  return (
    <div className={styles.place}>
      {large && large !== failed ? (
        <img
          key={item.id}
          className={styles.picture}
          src={revealSecretUrl(large)}
          alt=""
          referrerPolicy="no-referrer"
          decoding="async"
          draggable={false}
          onError={() => setFailed(large)}
        />
      ) : (
        <FileTypeIcon type={fileTypeOf(item)} size={72} />
      )}
    </div>
  );
}
