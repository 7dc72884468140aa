import { useEffect } from 'react';
import { createStore } from '../../lib';
import { loadExplanations } from '../../locales';
import { useStore } from '../control-context';
import { insist } from '../later';

type Table = Awaited<ReturnType<typeof loadExplanations>>;

const loaded = createStore<Table | undefined>(undefined);

/** The explanations, as soon as they are there; without a network that may be later than what they explain. */
export function useExplanations(): Table | undefined {
  const table = useStore(loaded);
  useEffect(() => {
    return table ? undefined : insist(async () => loaded.set(await loadExplanations()));
  }, [table]);
  return table;
}
