import { makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { searchOf } from '../../drive';
import { useControl, useStore } from '../control-context';
import { SearchLine } from '../search/search-line';
import { startSearch } from '../search/start-search';
import { useText } from '../text';
import { useElement } from '../use-element';
import { useViewState } from '../view-state';

const useStyles = makeStyles({
  // What stands below the box belongs to whoever is typing.
  room: { position: 'relative', ':not(:focus-within) > button': { display: 'none' } },
  box: { width: '100%', minWidth: '0', maxWidth: 'none', borderRadius: tokens.borderRadiusLarge },
});

/** Filters the open folder by name while one types; Enter has the service search. */
export function FilterBox() {
  const text = useText();
  const styles = useStyles();
  const { folder, loadPlaces } = useControl();
  const state = useStore(folder.state);
  const search = searchOf(state.path);
  const [draft, setDraft] = useState<{ readonly of: typeof search; readonly text: string }>();
  const value = search ? (draft?.of === search ? draft.text : search.query) : state.filter;
  const { focusSearch, announcement } = useViewState();
  const [input, setInput] = useElement<HTMLInputElement>();
  useEffect(() => {
    focusSearch.set(() => input.current?.focus());
    return () => focusSearch.set(undefined);
  }, [focusSearch, input]);
  const clear = () => (search ? folder.up() : folder.setFilter(''));
  const change = (typed: string) => {
    if (!search) folder.setFilter(typed);
    else if (typed === '') folder.up();
    else setDraft({ of: search, text: typed });
  };
  // Who is kept below a root has nothing but its folders.
  const canSearch = loadPlaces !== undefined;
  const isNew = value !== search?.query && value.trim() !== '';
  return (
    <div className={styles.room}>
      <SearchBox
        ref={setInput}
        className={styles.box}
        aria-label={text('command.search')}
        placeholder={text('command.searchHint')}
        value={value}
        autoComplete="off"
        spellCheck={false}
        dismiss={{ 'aria-label': text('command.clearSearch') }}
        onChange={(_, data) => change(data.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && canSearch && !event.nativeEvent.isComposing) {
            event.preventDefault();
            event.stopPropagation();
            if (!startSearch(folder, value)) announcement.set(text('search.blank'));
          }
          if (event.key !== 'Escape' || value === '') return;
          // One Escape clears one thing: the filter now, the selection with the next one.
          event.preventDefault();
          event.stopPropagation();
          clear();
        }}
      />
      {canSearch && isNew && <SearchLine query={value} />}
    </div>
  );
}
