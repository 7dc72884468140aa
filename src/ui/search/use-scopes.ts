import { searchOf, type Search } from '../../drive';
import { useControl, useStore } from '../control-context';
import { placeName } from '../place-name';
import { useText } from '../text';
import { usePlaces } from '../use-places';
import { useViewOptions } from '../view-options';
import { placeToSearch } from './start-search';

/** Where the same words can be searched for. */
interface Scope {
  readonly search: Search;
  readonly name: string;
  readonly isHere: boolean;
  /** Why it can't be done. */
  readonly refusal?: string | undefined;
}

/** The folder that was searched, the own drive, and all that may be opened. */
export function useScopes(): readonly Scope[] {
  const text = useText();
  const { path } = useStore(useControl().folder.state);
  const { sources } = useViewOptions();
  const places = usePlaces();
  const search = searchOf(path);
  if (!search) return [];
  const { query } = search;
  const origin = path.slice(0, -1);
  const above = { ...placeToSearch(origin), query };
  const scopes: Scope[] = [];
  const add = (wanted: Search, name: string, refusal?: string) =>
    scopes.push({ search: wanted, name, isHere: wanted.within === search.within, refusal });
  const folder = origin.at(-1);
  if (folder && above.within === 'folder') add(above, placeName(folder, text));
  add({ kind: 'search', within: 'drive', query }, text('path.root'));
  // Who may begin nowhere else is not led there by a search.
  if (sources.has('shared') || sources.has('sites') || search.within === 'everywhere') {
    const isRefused = places && !places.canSearchEverywhere();
    add(
      { kind: 'search', within: 'everywhere', query },
      text('search.everywhere'),
      isRefused ? text('search.workOnly') : undefined,
    );
  }
  return scopes;
}
