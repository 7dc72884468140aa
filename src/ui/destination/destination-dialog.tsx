import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { findPlaceRefusal, isSameDrive, type DriveItem } from '../../drive';
import { useControl, useStore } from '../control-context';
import { Modal } from '../dialogs/modal';
import { useReturnFocus } from '../dialogs/use-return-focus';
import { useText } from '../text';
import { placeItems } from '../placing';
import { useViewState } from '../view-state';
import { FolderChoice } from './folder-choice';
import { NewFolder, useNewFolder } from './new-folder';
import { RecentTargets } from './recent-targets';
import { TargetPath } from './target-path';
import { useDestination } from './use-destination';

const useStyles = makeStyles({
  reason: { color: tokens.colorNeutralForeground2, unicodeBidi: 'plaintext' },
  action: { maxWidth: '100%', overflowWrap: 'anywhere' },
});

interface DestinationDialogProps {
  readonly how: 'move' | 'copy';
  readonly items: readonly DriveItem[];
}

/** Asks for the folder that items go to. The one that is open in it is meant; its button names it. */
export function DestinationDialog({ how, items }: DestinationDialogProps) {
  const text = useText();
  const styles = useStyles();
  const control = useControl();
  const view = useViewState();
  const isOpen = useStore(control.permission) === undefined;
  const browser = useDestination();
  const { path } = useStore(browser.state);
  const making = useNewFolder(browser);
  const anchor = useRef<HTMLSpanElement>(null);
  const target = path.at(-1);
  const refusal = findPlaceRefusal(items, path, how);
  const isBetween = target !== undefined && items.some((item) => !isSameDrive(item, target));
  const close = () => view.dialog.set(undefined);
  useReturnFocus(anchor);

  const submit = () => {
    if (!target || refusal || target.id === '') return;
    close();
    placeItems({ control, view }, how, items, target);
  };
  const folder = target?.name || text('path.root');
  const name = items[0]?.name ?? '';
  return (
    <>
      <span ref={anchor} hidden />
      <Modal
        open={isOpen}
        isWide
        title={text(`destination.${how}.title`, { count: items.length, name })}
        onSubmit={submit}
        onDismiss={close}
        actions={
          <>
            <Button
              type="submit"
              appearance="primary"
              className={styles.action}
              disabledFocusable={!target || refusal !== undefined}
            >
              <bdi>{text(`destination.${how}.action`, { folder })}</bdi>
            </Button>
            <Button onClick={close}>{text('dialog.cancel')}</Button>
          </>
        }
      >
        <RecentTargets items={items} how={how} browser={browser} />
        <TargetPath browser={browser} />
        <FolderChoice items={items} how={how} browser={browser} />
        <NewFolder making={making} />
        <div role="status" className={styles.reason}>
          {refusal && text(`destination.${how}.${refusal}`)}
          {!refusal && isBetween && how === 'move' && text('destination.between')}
        </div>
      </Modal>
    </>
  );
}
