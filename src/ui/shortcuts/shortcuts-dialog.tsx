import { Button, Switch } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useKeyLines } from '../actions';
import { Modal } from '../dialogs/modal';
import { useInitialFocus, useReturnFocus } from '../dialogs/use-return-focus';
import { quickLook } from '../quick-look';
import { singleKeys } from '../single-keys';
import { useText } from '../text';
import { useElement } from '../use-element';
import { useViewState } from '../view-state';
import { KeyTable } from './key-table';
import { LIST_KEYS } from './list-keys';

/** All keys of the control, as they are: made of the registry of actions and of the keys of the list. */
export function ShortcutsDialog() {
  const text = useText();
  const { dialog } = useViewState();
  const [button, setButton] = useElement<HTMLButtonElement>();
  const [single, setSingle] = useState(singleKeys.isOn);
  const [looks, setLooks] = useState(quickLook.isOn);
  const anchor = useRef<HTMLSpanElement>(null);
  const { ofItems, ofFolder } = useKeyLines();
  const close = () => dialog.set(undefined);
  useReturnFocus(anchor);
  useInitialFocus(true, () => button.current?.focus());
  const ofList = LIST_KEYS.map(({ keys, label, does }) => ({
    label: text(label),
    keys: does === 'type' ? [text('shortcut.letters')] : keys,
  }));
  return (
    <>
      <span ref={anchor} hidden />
      <Modal
        open
        title={text('shortcut.title')}
        onSubmit={close}
        onDismiss={close}
        actions={
          <Button ref={setButton} type="submit" appearance="primary">
            {text('dialog.close')}
          </Button>
        }
      >
        <Switch
          checked={single}
          label={text('shortcut.single')}
          onChange={(_, { checked }) => {
            singleKeys.turn(checked);
            setSingle(checked);
          }}
        />
        <Switch
          checked={looks}
          label={text('shortcut.quickLook')}
          onChange={(_, { checked }) => {
            quickLook.turn(checked);
            setLooks(checked);
          }}
        />
        <KeyTable title={text('shortcut.everywhere')} lines={ofFolder} />
        <KeyTable title={text('shortcut.list')} lines={[...ofList, ...ofItems]} />
      </Modal>
    </>
  );
}
