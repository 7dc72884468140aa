import { useImperativeHandle, type ClipboardEvent } from 'react';
import { useStore } from '../control-context';
import type { DropProps } from '../drop-zone';
import { readDrop } from '../read-drop';
import { useText } from '../text';
import { useOpenFolder, useReadUpload } from '../use-upload';
import { useViewOptions } from '../view-options';
import { useViewState } from '../view-state';
import { DropFrame } from './drop-frame';
import { namePictures } from './name-pictures';
import { UnreadNotice } from './unread-notice';
import { useDrag } from './use-drag';

/** What the drop zone does: where files go, and what could not be read of them. */
export function Drop({ handlers }: DropProps) {
  const text = useText();
  const open = useOpenFolder();
  const isAllowed = useViewOptions().actions.has('upload');
  const target = isAllowed ? open : undefined;
  const take = useReadUpload();
  const view = useViewState();
  const unread = useStore(view.unread);
  const { over, onDrag } = useDrag(target, (data, folder) => void take(readDrop(data), folder));
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const { clipboardData } = event;
    if (!target || isTyping(event.target) || ![...clipboardData.types].includes('Files')) return;
    event.preventDefault();
    const name = (time: string) => text('drop.picture', { time });
    const reading = readDrop(clipboardData);
    const named = async () => {
      const read = await reading;
      return { ...read, sources: namePictures(read.sources, name) };
    };
    void take(named(), target);
  };
  useImperativeHandle(handlers, () => ({ onDrag, onPaste }));
  return (
    <>
      {unread.length > 0 && <UnreadNotice names={unread} onClose={() => view.unread.set([])} />}
      {over && <DropFrame over={over} />}
    </>
  );
}

function isTyping(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null;
}
