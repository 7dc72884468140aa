import { Button, makeStyles, Spinner } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { DriveItem, OptionRefusals } from '../../drive';
import { createStore } from '../../lib';
import { useControl, useStore } from '../control-context';
import { Modal } from '../dialogs/modal';
import { useReturnFocus } from '../dialogs/use-return-focus';
import { useText } from '../text';
import { useViewState } from '../view-state';
import { AccessPart } from './access-part';
import { InvitePart } from './invite-part';
import { LinkPart } from './link-part';
import { PartTabs, type Part } from './part-tabs';
import { useInviteForm } from './use-invite-form';
import { useItemSharing } from './use-item-sharing';
import { useLinkForm } from './use-link-form';

const NO_REFUSALS = createStore<OptionRefusals>(new Map());

// Going from one part to the next does not move the frame about more than it must.
const useStyles = makeStyles({ panel: { minHeight: '240px' } });

/** Shares one item: by links, by inviting people, and by what it is shared by already. Nothing typed gets lost between them. */
export function ShareDialog({ item }: { readonly item: DriveItem }) {
  const text = useText();
  const styles = useStyles();
  const control = useControl();
  const { dialog } = useViewState();
  const isOpen = useStore(control.permission) === undefined;
  const sharing = useItemSharing(item);
  const refusals = useStore(sharing?.refusals ?? NO_REFUSALS);
  const link = useLinkForm(item, sharing, refusals);
  const invitation = useInviteForm(sharing, refusals);
  const [part, setPart] = useState<Part>('link');
  const anchor = useRef<HTMLSpanElement>(null);
  const close = () => dialog.set(undefined);
  useReturnFocus(anchor);
  const submit = { link: link.create, invite: invitation.send, access: () => undefined };
  return (
    <>
      <span ref={anchor} hidden />
      <Modal
        open={isOpen}
        isWide
        title={text('share.title', { name: item.name })}
        onSubmit={submit[part]}
        onDismiss={close}
        actions={
          <>
            {part === 'link' && (
              <Submit
                isRunning={link.submission.status === 'running'}
                action={text('share.create')}
                running={text('share.creating')}
              />
            )}
            {part === 'invite' && (
              <Submit
                isRunning={invitation.submission.status === 'running'}
                action={text(invitation.hasFailed ? 'share.sendAgain' : 'share.send')}
                running={text('share.sending')}
              />
            )}
            <Button onClick={close}>{text('share.close')}</Button>
          </>
        }
      >
        <PartTabs part={part} onPart={setPart} />
        <div role="tabpanel" aria-label={text(`share.${part}`)} className={styles.panel}>
          {!sharing && <Spinner label={text('share.loading')} />}
          {sharing && part === 'link' && <LinkPart form={link} refusals={refusals} />}
          {sharing && part === 'invite' && (
            <InvitePart form={invitation} sharing={sharing} refusals={refusals} />
          )}
          {sharing && part === 'access' && <AccessPart item={item} sharing={sharing} />}
        </div>
      </Modal>
    </>
  );
}

interface SubmitProps {
  readonly isRunning: boolean;
  readonly action: string;
  readonly running: string;
}

function Submit({ isRunning, action, running }: SubmitProps) {
  return (
    <Button type="submit" appearance="primary" disabledFocusable={isRunning}>
      {isRunning ? <Spinner size="tiny" label={running} /> : action}
    </Button>
  );
}
