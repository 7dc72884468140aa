import { Button } from '@fluentui/react-components';
import { isFiltering, NO_FILTERS } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { NothingFoundPicture } from './pictures-of-nothing';
import { StatePanel } from './state-panel';

/** The folder is not empty, the filters hide everything: says so, and shows all again. */
export function NothingFound() {
  const text = useText();
  const { folder } = useControl();
  const { filter, filters, itemCount, listing } = useStore(folder.state);
  const isSoFar = listing.status === 'partial';
  return (
    <StatePanel
      shortened
      picture={<NothingFoundPicture />}
      title={isFiltering(filters) ? text('state.filtered.none') : text('state.filtered.title', { filter })}
      advice={text(isSoFar ? 'state.covers' : 'state.filtered.advice', { count: itemCount })}
      actions={
        <Button
          onClick={() => {
            folder.setFilter('');
            folder.setFilters(NO_FILTERS);
          }}
        >
          {text('state.filtered.showAll')}
        </Button>
      }
    />
  );
}
