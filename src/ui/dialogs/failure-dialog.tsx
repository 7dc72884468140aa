import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { ErrorDetails } from '../error-details';
import { useText } from '../text';
import { useElement } from '../use-element';
import { useViewState, type FailureRequest } from '../view-state';
import { Modal } from './modal';
import { useInitialFocus, useReturnFocus } from './use-return-focus';

/** All that is known of a failure: for whoever has to be asked for help. */
export function FailureDialog({ request }: { readonly request: FailureRequest }) {
  const { name, error, isDeleted } = request;
  const text = useText();
  const { dialog } = useViewState();
  const [button, setButton] = useElement<HTMLButtonElement>();
  const anchor = useRef<HTMLSpanElement>(null);
  const close = () => dialog.set(undefined);
  useReturnFocus(anchor);
  useInitialFocus(true, () => button.current?.focus());
  return (
    <>
      <span ref={anchor} hidden />
      <Modal
        open
        title={text(isDeleted ? 'recycleBin.liesThere' : `error.${error.code}.title`)}
        onSubmit={close}
        onDismiss={close}
        actions={
          <Button ref={setButton} type="submit" appearance="primary">
            {text('dialog.close')}
          </Button>
        }
      >
        <div>
          <bdi>{name}</bdi>
        </div>
        <div>{text(isDeleted ? 'recycleBin.restoreToOpen' : `error.${error.code}.advice`)}</div>
        {!isDeleted && (
          <div>
            <ErrorDetails error={error} />
          </div>
        )}
      </Modal>
    </>
  );
}
