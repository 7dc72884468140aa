import { useImperativeHandle, useRef, type ClipboardEvent, type DragEvent } from 'react';
import { useControl, useStore } from '../control-context';
import type { DropProps } from '../drop-zone';
import { pasteItems } from '../placing';
import { readDrop } from '../read-drop';
import { useText } from '../text';
import { useOpenFolder, useReadUpload } from '../use-upload';
import { useViewOptions } from '../view-options';
import { useViewState } from '../view-state';
import { DragGhost } from './drag-ghost';
import { DropFrame } from './drop-frame';
import { namePictures } from './name-pictures';
import { UnreadNotice } from './unread-notice';
import { useDrag } from './use-drag';
import { useItemDrag } from './use-item-drag';

/** What the drop zone does: where files and items go, and what could not be read of them. */
export function Drop({ handlers }: DropProps) {
  const text = useText();
  const control = useControl();
  const open = useOpenFolder();
  const { actions } = useViewOptions();
  const target = actions.has('upload') ? open : undefined;
  const take = useReadUpload();
  const view = useViewState();
  const unread = useStore(view.unread);
  const ghost = useRef<HTMLDivElement>(null);
  const own = useItemDrag(ghost);
  const { over, onDrag } = useDrag((event, way, folder, isOpen) => {
    if (!isOfFiles(event)) return open && own.mean(event, way, folder, isOpen);
    const onDrop = () => void take(readDrop(event.dataTransfer), folder);
    return target && { effect: 'upload', onDrop };
  });
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const { clipboardData } = event;
    if (isTyping(event.target) || !isInside(event)) return;
    if (!isOfFiles(event)) {
      const how = view.clipboard.get()?.how;
      if (how && actions.has(how) && pasteItems({ control, view }, text)) event.preventDefault();
      return;
    }
    if (!target) return;
    event.preventDefault();
    const name = (time: string) => text('drop.picture', { time });
    const reading = readDrop(clipboardData);
    const named = async () => {
      const read = await reading;
      return { ...read, sources: namePictures(read.sources, name) };
    };
    void take(named(), target);
  };
  const { onDragStart, onDragEnd } = own;
  useImperativeHandle(handlers, () => ({ onDrag, onDragStart, onDragEnd, onPaste }));
  return (
    <>
      {unread.length > 0 && <UnreadNotice names={unread} onClose={() => view.unread.set([])} />}
      {over && over.effect !== 'none' && <DropFrame over={over} />}
      <DragGhost ghost={ghost} />
    </>
  );
}

function isOfFiles(event: ClipboardEvent | DragEvent): boolean {
  const { types } = 'clipboardData' in event ? event.clipboardData : event.dataTransfer;
  return [...types].includes('Files');
}

function isTyping(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null;
}

/** Dialogs stand in portals: React bubbles their events to here. */
function isInside({ currentTarget, target }: ClipboardEvent): boolean {
  return target instanceof Node && currentTarget.contains(target);
}
