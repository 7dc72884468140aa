import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import type { DriveItem } from '../../drive';
import { useControl } from '../control-context';
import { useText } from '../text';
import { useElement } from '../use-element';
import { useViewState } from '../view-state';
import { Modal } from './modal';
import { useInitialFocus, useReturnFocus } from './use-return-focus';

const useStyles = makeStyles({
  names: {
    margin: '0',
    paddingInlineStart: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground2,
  },
});
const NAMED_ITEMS = 4;

/** Confirms, and says whether there is a way back; the line of the operation tells the rest. The focus starts on Cancel. */
export function DeleteDialog({ items }: { readonly items: readonly DriveItem[] }) {
  const text = useText();
  const { operations } = useControl();
  const { dialog } = useViewState();
  const [cancel, setCancel] = useElement<HTMLButtonElement>();
  const anchor = useRef<HTMLSpanElement>(null);
  const close = () => dialog.set(undefined);
  const isUndone = items.every((item) => operations.canRestore(item));
  useReturnFocus(anchor);
  useInitialFocus(true, () => cancel.current?.focus());

  const run = () => {
    close();
    void operations.begin({ kind: 'delete', items });
  };
  return (
    <>
      <span ref={anchor} hidden />
      <Modal
        open
        title={text('dialog.delete.title', { count: items.length })}
        onSubmit={run}
        onDismiss={close}
        actions={
          <>
            <Button type="submit" appearance="primary">
              {text('dialog.delete.action')}
            </Button>
            <Button ref={setCancel} onClick={close}>
              {text('dialog.cancel')}
            </Button>
          </>
        }
      >
        <Question items={items} />
        <div>{text(isUndone ? 'dialog.delete.undo' : 'dialog.delete.bin')}</div>
      </Modal>
    </>
  );
}

function Question({ items }: { readonly items: readonly DriveItem[] }) {
  const text = useText();
  const styles = useStyles();
  const [only] = items;
  if (items.length === 1 && only) return <div>{text('dialog.delete.one', { name: only.name })}</div>;
  const more = items.length - NAMED_ITEMS;
  return (
    <>
      <div>{text('dialog.delete.many', { count: items.length })}</div>
      <ul className={styles.names}>
        {items.slice(0, NAMED_ITEMS).map((item) => (
          <li key={item.id}>{item.name}</li>
        ))}
        {more > 0 && <li>{text('dialog.delete.more', { count: more })}</li>}
      </ul>
    </>
  );
}
