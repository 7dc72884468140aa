import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useControl, useStore } from '../../control-context';
import { Modal } from '../../dialogs/modal';
import { useReturnFocus } from '../../dialogs/use-return-focus';
import { useText } from '../../text';
import { useViewState } from '../../view-state';
import { ReconnectBar } from '../reconnect-bar';
import { AccountCard } from './account-card';

/** The connection card, over the files. It goes with the account. */
export function AccountDialog() {
  const text = useText();
  const { dialog } = useViewState();
  const control = useControl();
  const connection = useStore(control.connection);
  const account = 'account' in connection ? connection.account : undefined;
  const anchor = useRef<HTMLSpanElement>(null);
  const close = () => dialog.set(undefined);
  useReturnFocus(anchor);
  // Who signs out sees the way in again, and not this dialog when somebody comes back.
  useEffect(() => {
    const follow = () => control.connection.get().state === 'signed-out' && dialog.set(undefined);
    return control.connection.subscribe(follow);
  }, [control, dialog]);
  if (!account) return null;
  return (
    <>
      <span ref={anchor} hidden />
      <Modal
        open
        title={text('account.card')}
        onSubmit={close}
        onDismiss={close}
        actions={<Button type="submit">{text('dialog.close')}</Button>}
      >
        <ReconnectBar />
        <AccountCard account={account} />
      </Modal>
    </>
  );
}
