import { Button, Tooltip } from '@fluentui/react-components';
import { useState, type RefCallback } from 'react';
import { isCounting, type Picking } from '../../drive';
import { useControl } from '../control-context';
import { useText, type Text } from '../text';
import { useViewOptions } from '../view-options';
import { describeHint } from './describe-choice';

/** The two ends of picking. While nothing can be chosen the button stays in reach and says why. */
export function ChooseButtons({
  state,
  hasFolder,
  chooseRef,
}: {
  readonly state: Picking;
  /** A folder is open. */
  readonly hasFolder: boolean;
  readonly chooseRef: RefCallback<HTMLButtonElement>;
}) {
  const text = useText();
  const { picker } = useControl();
  const { onPick, onCancel } = useViewOptions();
  const { basket, rules } = state;
  const meansFolder = basket.length === 0 && rules.kind !== 'files' && hasFolder;
  const choice = isCounting(state) ? [] : picker.choice();
  const [explained, setExplained] = useState(false);
  const reason = choice.length > 0 ? undefined : reasonOf(state, meansFolder, text);
  return (
    <>
      <Button onClick={onCancel}>{text('pick.cancel')}</Button>
      <Tooltip
        content={reason ?? ''}
        relationship="inaccessible"
        visible={explained && reason !== undefined}
        onVisibleChange={(_, data) => setExplained(data.visible)}
      >
        <Button
          ref={chooseRef}
          appearance="primary"
          disabledFocusable={reason !== undefined}
          aria-description={reason}
          onClick={(event) => {
            // The second click of a double click means no second time.
            if (event.detail < 2) onPick(choice);
          }}
        >
          {text(meansFolder ? 'pick.chooseFolder' : 'pick.choose')}
        </Button>
      </Tooltip>
    </>
  );
}

function reasonOf(state: Picking, meansFolder: boolean, text: Text): string {
  if (isCounting(state)) return text('pick.notCounted');
  return meansFolder ? text('pick.notThisFolder') : describeHint(state.rules, text);
}
