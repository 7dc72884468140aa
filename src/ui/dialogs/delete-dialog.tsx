import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { DriveItem, ItemOutcome } from '../../drive';
import { useControl, useStore } from '../control-context';
import { ErrorNotice } from '../error-details';
import { useText } from '../text';
import { useElement } from '../use-element';
import { useViewState } from '../view-state';
import { FailureList } from './failure-list';
import { Modal } from './modal';
import { useInitialFocus, useReturnFocus } from './use-return-focus';
import { useSubmission } from './use-submission';

const useStyles = makeStyles({
  names: {
    margin: '0',
    paddingInlineStart: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground2,
  },
});
const NAMED_ITEMS = 4;

/** Confirms, deletes, and lists by name what could not be deleted. The focus starts on Cancel. */
export function DeleteDialog({ items }: { readonly items: readonly DriveItem[] }) {
  const text = useText();
  const control = useControl();
  const asking = useStore(control.permission) !== undefined;
  const { dialog } = useViewState();
  const { submission, submit } = useSubmission();
  const [cancel, setCancel] = useElement<HTMLButtonElement>();
  const anchor = useRef<HTMLSpanElement>(null);
  const [failures, setFailures] = useState<readonly ItemOutcome[]>([]);
  const remove = useRemove();
  const running = submission.status === 'running';
  const failed = failures.length > 0;
  const close = () => {
    dialog.set(undefined);
    // Given up halfway: what was already deleted, only the service knows.
    if (running) control.folder.refresh();
  };

  useReturnFocus(anchor);
  useInitialFocus(!asking, () => cancel.current?.focus());

  const run = () =>
    void submit(async (signal) => {
      const left = await remove(failed ? failures.map(({ item }) => item) : items, signal);
      setFailures(left);
      if (left.length === 0 && !signal.aborted) dialog.set(undefined);
    });
  const label = running ? 'dialog.delete.running' : failed ? 'dialog.delete.retry' : 'dialog.delete.action';
  return (
    <>
      <span ref={anchor} hidden />
      <Modal
        open={!asking}
        title={
          failed
            ? text('dialog.delete.failedTitle', { count: failures.length })
            : text('dialog.delete.title', { count: items.length })
        }
        onSubmit={run}
        onDismiss={close}
        actions={
          <>
            <Button type="submit" appearance="primary" disabledFocusable={running}>
              {running ? <Spinner size="tiny" label={text(label)} /> : text(label)}
            </Button>
            <Button ref={setCancel} onClick={close}>
              {text(failed ? 'dialog.close' : 'dialog.cancel')}
            </Button>
          </>
        }
      >
        {failed ? <FailureList failures={failures} /> : <Question items={items} />}
        {submission.status === 'failed' && <ErrorNotice error={submission.error} />}
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

/** Deletes, shows at once what is gone, and gives back what failed. */
function useRemove() {
  const text = useText();
  const { commands, folder } = useControl();
  const { announcement } = useViewState();
  return async (items: readonly DriveItem[], signal: AbortSignal): Promise<readonly ItemOutcome[]> => {
    const outcomes = await commands.remove(items, signal);
    const removed = outcomes.filter(({ error }) => !error || error.code === 'not-found');
    folder.apply({ removed: removed.map(({ item }) => item.id) });
    if (removed.length > 0) announcement.set(text('dialog.delete.done', { count: removed.length }));
    return outcomes.filter((outcome) => !removed.includes(outcome));
  };
}
