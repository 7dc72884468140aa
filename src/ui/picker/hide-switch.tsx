import { Switch } from '@fluentui/react-components';
import { useMemo } from 'react';
import { canBeOpened, findPickRefusal, type Picking } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';

/** Leaves out the greyed rows. There only where the open folder has some. */
export function HideSwitch({ rules, hidesRefused }: Picking) {
  const text = useText();
  const { folder, picker } = useControl();
  const { items } = useStore(folder.state);
  const hasRefused = useMemo(
    () => items.some((item) => !canBeOpened(item) && findPickRefusal(rules, item) !== undefined),
    [items, rules],
  );
  if (!hasRefused) return null;
  return (
    <Switch
      checked={hidesRefused}
      label={text('pick.hide')}
      onChange={(_, data) => picker.setHidesRefused(data.checked)}
    />
  );
}
