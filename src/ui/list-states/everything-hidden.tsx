import { Button } from '@fluentui/react-components';
import { nameTypes } from '../accept-text';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { NothingFoundPicture } from './pictures-of-nothing';
import { StatePanel } from './state-panel';

/** More types than this make no readable sentence. */
const NAMED_TYPES = 6;

/** The folder is not empty, but all it holds can't be picked and is hidden: says so, and shows all again. */
export function EverythingHidden() {
  const text = useText();
  const { folder, picker } = useControl();
  const { itemCount: count } = useStore(folder.state);
  const pick = useStore(picker.state);
  const types = pick.status === 'picking' ? nameTypes(pick.rules.accept, text) : [];
  return (
    <StatePanel
      picture={<NothingFoundPicture />}
      title={text('state.hidden.title')}
      advice={
        types.length > 0 && types.length <= NAMED_TYPES
          ? text('state.hidden.types', { count, types: text.allOf(types) })
          : text('state.hidden.advice', { count })
      }
      actions={
        <Button onClick={() => picker.setHidesRefused(false)}>{text('state.filtered.showAll')}</Button>
      }
    />
  );
}
