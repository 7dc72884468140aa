import { Button, Tooltip } from '@fluentui/react-components';
import { useState, type RefCallback } from 'react';
import { isCounting, isSameItem, type DriveItem, type FolderState, type Picking } from '../../drive';
import { useControl } from '../control-context';
import { useText, type Text } from '../text';
import { useViewOptions } from '../view-options';
import { describeAwaited, describeHint } from './describe-choice';
import { useAwaitedTasks } from './use-awaited';

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
  const { folder, picker } = useControl();
  const { onPick, onCancel, isChosen } = useViewOptions();
  const { basket, rules } = state;
  const next = isChosen ? nextFolder(state, folder.state.get(), picker.openFolder()) : undefined;
  const meansFolder = next ? true : basket.length === 0 && rules.kind !== 'files' && hasFolder;
  const awaited = useAwaitedTasks(state.awaited);
  const isWaiting = isCounting(state) || state.awaited.length > 0;
  const choice = isWaiting ? [] : next ? [next] : picker.choice();
  const [explained, setExplained] = useState(false);
  const waits = awaited.length > 0 ? describeAwaited(awaited, text) : undefined;
  const reason = choice.length > 0 ? undefined : (waits ?? reasonOf(state, meansFolder, text));
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

/** Whoever has walked on from the folder that was chosen can choose the one that is open instead. */
function nextFolder(
  { basket: [picked], rules }: Picking,
  { rows }: FolderState,
  open: DriveItem | undefined,
): DriveItem | undefined {
  if (rules.selection !== 'single' || !open || !picked?.item.folder) return undefined;
  return [open, ...rows].some((item) => isSameItem(item, picked.item)) ? undefined : open;
}

function reasonOf(state: Picking, meansFolder: boolean, text: Text): string {
  if (isCounting(state)) return text('pick.notCounted');
  return meansFolder ? text('pick.notThisFolder') : describeHint(state.rules, text);
}
