import {
  ArrowUndoRegular,
  ClipboardPasteRegular,
  CopyRegular,
  CutRegular,
  FolderArrowRightRegular,
} from '@fluentui/react-icons';
import { findPlaceRefusal, type Operation } from '../../drive';
import { clipItems, pasteItems } from '../placing';
import type { ControlAction } from './control-action';
import { refuseOffline, refuseUnlisted } from './refusals';
import type { Situation } from './situation';

/** What puts items elsewhere, and what takes that back. */
export const PLACE_ACTIONS: readonly ControlAction[] = [
  {
    id: 'move',
    word: 'move',
    label: ({ text }) => text('command.move'),
    icon: <FolderArrowRightRegular />,
    on: 'some',
    group: 'place',
    bar: 2,
    refusal: refuseOffline,
    run: ({ view, items }) => view.dialog.set({ kind: 'move', items }),
  },
  {
    id: 'copy',
    word: 'copy',
    label: ({ text }) => text('command.copy'),
    icon: <CopyRegular />,
    on: 'some',
    group: 'place',
    bar: 2,
    refusal: refuseOffline,
    run: ({ view, items }) => view.dialog.set({ kind: 'copy', items }),
  },
  {
    id: 'clipboard-cut',
    word: 'move',
    label: ({ text }) => text('command.cut'),
    icon: <CutRegular />,
    on: 'some',
    group: 'clipboard',
    keys: ['Control+X'],
    refusal: refuseUnlisted,
    run: ({ view, items, text }) => clipItems({ view }, 'move', items, text),
  },
  {
    id: 'clipboard-copy',
    word: 'copy',
    label: ({ text }) => text('command.clip'),
    icon: <CopyRegular />,
    on: 'some',
    group: 'clipboard',
    keys: ['Control+C'],
    refusal: refuseUnlisted,
    run: ({ view, items, text }) => clipItems({ view }, 'copy', items, text),
  },
  {
    id: 'paste',
    label: ({ text }) => text('command.paste'),
    icon: <ClipboardPasteRegular />,
    on: 'folder',
    group: 'clipboard',
    // Files that were copied elsewhere come with the event alone.
    eventKeys: ['Control+V'],
    suits: ({ view, options }) => {
      const how = view.clipboard.get()?.how;
      return how !== undefined && options.actions.has(how);
    },
    refusal: refusePaste,
    run: ({ control, view, text }) => void pasteItems({ control, view }, text),
  },
  {
    id: 'undo',
    label: ({ text }) => text('operation.undo'),
    icon: <ArrowUndoRegular />,
    on: 'folder',
    group: 'undo',
    keys: ['Control+Z'],
    suits: (situation) => lastUndoable(situation) !== undefined,
    run: (situation) => {
      const operation = lastUndoable(situation);
      if (operation) situation.control.operations.undo(operation.id);
    },
  },
];

function refusePaste(situation: Situation): string | undefined {
  const { control, view, text } = situation;
  const clipping = view.clipboard.get();
  const { path } = control.folder.state.get();
  const refusal = clipping && findPlaceRefusal(clipping.items, path, clipping.how);
  return refusal ? text(`destination.${clipping.how}.${refusal}`) : refuseOffline(situation);
}

/** As long as its line offers that, too, and nothing else has been done since: a copy, an upload. */
function lastUndoable({ control: { operations, lastChange } }: Situation) {
  const last = operations.all.get().at(-1);
  const change = lastChange.get();
  const ids = new Set(last?.entries.flatMap((entry) => [entry.step.item.id, idOf(entry)]));
  const isNewest = !change || change.items.every(({ id }) => ids.has(id));
  return last && isNewest && operations.canUndo(last) ? last : undefined;
}

function idOf({ result }: Operation['entries'][number]): string | undefined {
  return result.status === 'done' ? result.item?.id : undefined;
}
