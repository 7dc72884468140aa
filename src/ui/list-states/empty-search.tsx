import { Button } from '@fluentui/react-components';
import { searchOf } from '../../drive';
import { useControl, useStore } from '../control-context';
import { openSearch } from '../search/start-search';
import { useScopes } from '../search/use-scopes';
import { useText } from '../text';
import { NothingFoundPicture } from './pictures-of-nothing';
import { StatePanel } from './state-panel';

/** Nothing was found: for what, why that may be, and where else to search. */
export function EmptySearch() {
  const text = useText();
  const { folder } = useControl();
  const { path, note } = useStore(folder.state);
  const others = useScopes().filter(({ isHere, refusal }) => !isHere && refusal === undefined);
  const isBlank = note === 'search-blank';
  return (
    <StatePanel
      shortened
      picture={<NothingFoundPicture />}
      title={isBlank ? text('search.blank') : text('search.none', { query: searchOf(path)?.query ?? '' })}
      advice={text(isBlank ? 'collection.search-blank' : 'search.noneAdvice')}
      actions={
        !isBlank &&
        others.map(({ search, name }) => (
          <Button key={search.within} onClick={() => openSearch(folder, search)}>
            {search.within === 'everywhere'
              ? text('search.inEverywhere')
              : text('search.in', { place: name })}
          </Button>
        ))
      }
    />
  );
}
