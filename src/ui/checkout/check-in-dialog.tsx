import { Button, Field, Textarea } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { DriveItem } from '../../drive';
import { useControl } from '../control-context';
import { ItemNames } from '../dialogs/item-names';
import { Modal } from '../dialogs/modal';
import { useInitialFocus, useReturnFocus } from '../dialogs/use-return-focus';
import { useText } from '../text';
import { useElement } from '../use-element';
import { useViewState } from '../view-state';

/** Gives files back to all, with a word about what was done to them. */
export function CheckInDialog({ items }: { readonly items: readonly DriveItem[] }) {
  const text = useText();
  const { operations } = useControl();
  const { dialog } = useViewState();
  const [comment, setComment] = useState('');
  const [field, setField] = useElement<HTMLTextAreaElement>();
  const anchor = useRef<HTMLSpanElement>(null);
  const close = () => dialog.set(undefined);
  useReturnFocus(anchor);
  useInitialFocus(true, () => field.current?.focus());
  const run = () => {
    close();
    void operations.begin({ kind: 'check-in', items, comment: comment.trim() });
  };
  return (
    <>
      <span ref={anchor} hidden />
      <Modal
        open
        title={text('checkout.in.title', { count: items.length })}
        onSubmit={run}
        onDismiss={close}
        actions={
          <>
            <Button type="submit" appearance="primary">
              {text('checkout.in.action')}
            </Button>
            <Button onClick={close}>{text('dialog.cancel')}</Button>
          </>
        }
      >
        <ItemNames items={items} />
        <div>{text('checkout.in.advice')}</div>
        <Field label={text('checkout.in.comment')} hint={text('checkout.in.hint')}>
          <Textarea
            ref={setField}
            value={comment}
            dir="auto"
            onChange={(_, { value }) => setComment(value)}
          />
        </Field>
      </Modal>
    </>
  );
}
