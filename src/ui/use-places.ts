import { useEffect, useState } from 'react';
import { useControl } from './control-context';
import type { Places } from './control-model';
import { insist } from './later';

/** Everywhere one can go, as soon as its code is there. */
export function usePlaces(): Places | undefined {
  const { loadPlaces } = useControl();
  const [places, setPlaces] = useState<Places>();
  useEffect(() => {
    const load = async () => setPlaces(await loadPlaces?.());
    return insist(load);
  }, [loadPlaces]);
  return places;
}
