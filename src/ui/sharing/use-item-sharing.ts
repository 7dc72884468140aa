import { useEffect, useState } from 'react';
import type { DriveItem, ItemSharing } from '../../drive';
import { useControl } from '../control-context';
import { insist } from '../later';

/** The sharing of an item, asked about at once; undefined until its code is there. */
export function useItemSharing(item: DriveItem): ItemSharing | undefined {
  const control = useControl();
  const [sharing, setSharing] = useState<ItemSharing>();
  const { driveId, id } = item;
  useEffect(() => {
    let mine: ItemSharing | undefined;
    const stop = insist(async () => {
      const all = await control.loadSharing();
      if (isGone) return;
      mine = all.of(item);
      mine.refresh();
      setSharing(mine);
    });
    let isGone = false;
    return () => {
      isGone = true;
      stop();
      mine?.dispose();
      setSharing(undefined);
    };
    // Another object for the same item asks nothing anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [control, driveId, id]);
  return sharing;
}
