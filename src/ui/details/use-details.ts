import { useEffect, useState } from 'react';
import type { Details, DriveItem, FollowingSection, Section } from '../../drive';
import { createStore } from '../../lib';
import { useControl, useStore } from '../control-context';
import { insist } from '../later';

/** Follows an item, with nothing where there is none; what was known is forgotten with whoever was signed in. */
export function useDetails(item: DriveItem | undefined): Details | undefined {
  const control = useControl();
  const [details, setDetails] = useState<Details>();
  const connection = useStore(control.connection);
  const accountId = connection.state === 'connected' ? connection.account?.id : undefined;
  useEffect(() => {
    if (accountId === undefined) return undefined;
    let made: Details | undefined;
    const giveUp = insist(async () => {
      made = await control.loadDetails();
      setDetails(made);
    });
    return () => {
      giveUp();
      made?.dispose();
      setDetails(undefined);
    };
  }, [control, accountId]);
  useEffect(() => details?.follow(item), [details, item]);
  return details;
}

const NOTHING = createStore<Section<never>>({ status: 'idle' });

/** A section of theirs, asked for while somebody looks at it. */
export function useSection<T>(section: FollowingSection<T> | undefined, isWanted = true): Section<T> {
  useEffect(() => {
    section?.setWanted(isWanted);
  }, [section, isWanted]);
  return useStore<Section<T>>(section?.state ?? NOTHING);
}
