import { Button } from '@fluentui/react-components';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { NothingFoundPicture } from './pictures';
import { StatePanel } from './state-panel';

/** The folder is not empty, the filter hides everything: says so, and shows all again. */
export function NothingFound() {
  const text = useText();
  const { folder } = useControl();
  const { filter, itemCount } = useStore(folder.state);
  return (
    <StatePanel
      shortened
      picture={<NothingFoundPicture />}
      title={text('state.filtered.title', { filter })}
      advice={text('state.filtered.advice', { count: itemCount })}
      actions={<Button onClick={() => folder.setFilter('')}>{text('state.filtered.showAll')}</Button>}
    />
  );
}
