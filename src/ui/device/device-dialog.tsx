import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { awaitItems, itemKey, type Awaited, type PathFolder, type Picking } from '../../drive';
import { useControl, useStore } from '../control-context';
import { FolderChoice } from '../destination/folder-choice';
import { NewFolder, useNewFolder } from '../destination/new-folder';
import { TargetPath } from '../destination/target-path';
import { useDestination } from '../destination/use-destination';
import { Modal } from '../dialogs/modal';
import { useInitialFocus, useReturnFocus } from '../dialogs/use-return-focus';
import { UnreadNotice } from '../drop/unread-notice';
import { describeHint, limitOf } from '../picker/describe-choice';
import { useText } from '../text';
import { useElement } from '../use-element';
import { useViewState } from '../view-state';
import { DeviceFiles } from './device-files';
import { DropPlace } from './drop-place';
import { useDeviceFiles, type JudgedFile } from './use-device-files';

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2, unicodeBidi: 'plaintext' },
  target: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  reason: { color: tokens.colorNeutralForeground2, ':empty': { display: 'none' } },
});

/** Files of this device are uploaded into a folder that the user sees, and are picked when they are there. */
export function DeviceDialog() {
  const state = useStore(useControl().picker.state);
  const { dialog } = useViewState();
  const isOver = state.status === 'off';
  useEffect(() => {
    if (isOver) dialog.set(undefined);
  }, [isOver, dialog]);
  return state.status === 'picking' ? <DeviceForm state={state} /> : null;
}

function DeviceForm({ state }: { readonly state: Picking }) {
  const text = useText();
  const styles = useStyles();
  const { permission } = useControl();
  const { dialog } = useViewState();
  const isOpen = useStore(permission) === undefined;
  const browser = useDestination(true);
  const { path } = useStore(browser.state);
  const making = useNewFolder(browser);
  const [isChoosing, setChoosing] = useState(false);
  const { judged, unreadable, forgetUnreadable, add, remove } = useDeviceFiles(state);
  const [choose, setChoose] = useElement<HTMLButtonElement>();
  const anchor = useRef<HTMLSpanElement>(null);
  const targetId = useId();
  const upload = useUploadAwaited();
  const max = limitOf(state.rules);
  const wanted = judged.filter(({ refusal }) => refusal === undefined);
  const close = () => dialog.set(undefined);
  const [count, refused] = [judged.length, judged.length - wanted.length];
  useReturnFocus(anchor);
  useInitialFocus(isOpen, () => choose.current?.focus());
  const submit = () => {
    if (wanted.length === 0) return choose.current?.focus();
    if (!path.at(-1)?.id) return undefined;
    close();
    return upload(wanted, path);
  };
  return (
    <>
      <span ref={anchor} hidden />
      <Modal
        open={isOpen}
        isWide
        title={text('device.title', { max })}
        onSubmit={submit}
        onDismiss={close}
        actions={
          <>
            <Button
              type="submit"
              appearance="primary"
              disabledFocusable={wanted.length === 0 || !path.at(-1)?.id}
            >
              {text('device.upload', { count: wanted.length })}
            </Button>
            <Button onClick={close}>{text('dialog.cancel')}</Button>
          </>
        }
      >
        <div className={styles.hint}>{describeHint(state.rules, text)}</div>
        <DropPlace max={max} accept={state.rules.accept} onRead={add} buttonRef={setChoose} />
        {unreadable.length > 0 && <UnreadNotice names={unreadable} onClose={forgetUnreadable} />}
        {judged.length > 0 && (
          <DeviceFiles
            files={judged}
            onRemove={(file) => {
              remove(file);
              choose.current?.focus();
            }}
          />
        )}
        <div role="status" className={styles.reason}>
          {count > 0 && text('device.count', { count, refused })}
          {count > 0 && count === refused && ` ${text('device.none')}`}
        </div>
        <div role="group" aria-labelledby={targetId} className={styles.target}>
          <span id={targetId}>{text('device.into')}</span>
          <TargetPath browser={browser} />
          <Button size="small" aria-expanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>
            {text('device.change')}
          </Button>
        </div>
        {isChoosing && (
          <>
            <FolderChoice items={NOTHING} how="copy" browser={browser} />
            <NewFolder making={making} />
          </>
        )}
      </Modal>
    </>
  );
}

const NOTHING: readonly never[] = [];

/** Begins the uploads; the picker waits for them. */
function useUploadAwaited() {
  const { picker, transfers } = useControl();
  return (files: readonly JudgedFile[], path: readonly PathFolder[]) => {
    const target = path.at(-1);
    if (!target) return;
    const sources = files.map(({ source }) => source);
    const onStarted = (ids: readonly string[]) =>
      awaitItems(
        picker,
        ids.flatMap((id, index): Awaited | readonly [] => {
          const source = sources[index];
          // What lies in a folder of the device comes to lie in one below the target.
          return source ? { id, place: source.path.length === 0 ? placeOf(path) : {} } : [];
        }),
      );
    void transfers.upload(sources, target, { onStarted });
  };
}

function placeOf(path: readonly PathFolder[]): Awaited['place'] {
  return {
    path: path.slice(1).map(({ name }) => name),
    folderKeys: path.filter(({ elsewhere }) => !elsewhere).map(itemKey),
  };
}
