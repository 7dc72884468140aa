import { makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { useElement } from '../use-element';
import { useViewState } from '../view-state';

const useStyles = makeStyles({
  box: { width: '100%', minWidth: '0', maxWidth: 'none', borderRadius: tokens.borderRadiusLarge },
});

/** Filters the open folder by name while one types. */
export function FilterBox() {
  const text = useText();
  const styles = useStyles();
  const { folder } = useControl();
  const { filter } = useStore(folder.state);
  const { focusSearch } = useViewState();
  const [input, setInput] = useElement<HTMLInputElement>();
  useEffect(() => {
    focusSearch.set(() => input.current?.focus());
    return () => focusSearch.set(undefined);
  }, [focusSearch, input]);
  return (
    <SearchBox
      ref={setInput}
      className={styles.box}
      aria-label={text('command.search')}
      placeholder={text('command.searchHint')}
      value={filter}
      autoComplete="off"
      spellCheck={false}
      dismiss={{ 'aria-label': text('command.clearSearch') }}
      onChange={(_, data) => folder.setFilter(data.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || filter === '') return;
        // One Escape clears one thing: the filter now, the selection with the next one.
        event.preventDefault();
        event.stopPropagation();
        folder.setFilter('');
      }}
    />
  );
}
