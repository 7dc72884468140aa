import { DeleteArrowBackRegular, DeleteDismissRegular } from '@fluentui/react-icons';
import type { ControlAction } from './control-action';
import { refuseOffline } from './refusals';

/** What is done past the recycle bin, and out of it. */
export const BIN_ACTIONS: readonly ControlAction[] = [
  {
    id: 'delete-for-ever',
    word: 'delete',
    label: ({ text, items }) =>
      text(items.length > 0 ? 'command.deleteForEver' : 'command.deleteForEver.key'),
    icon: <DeleteDismissRegular />,
    on: 'some',
    group: 'change',
    // Where this is not to be had, the key is that of “Delete”.
    keys: ['Shift+Delete'],
    // Personal drives refuse it.
    suits: ({ items }) =>
      items.every(({ parentReference: { driveType = 'personal' } }) => driveType !== 'personal'),
    refusal: refuseOffline,
    run: ({ view, items }) => view.dialog.set({ kind: 'delete', items, isForEver: true }),
  },
  {
    id: 'restore',
    word: 'delete',
    label: ({ text }) => text('command.restore'),
    icon: <DeleteArrowBackRegular />,
    on: 'some',
    group: 'change',
    bar: 5,
    inBin: true,
    refusal: ({ control, items, text }) => {
      if (!control.online.get()) return text('action.offline');
      return items.every((item) => control.operations.canRestore(item))
        ? undefined
        : text('action.restoreOnWeb');
    },
    run: ({ control, items }) => void control.operations.begin({ kind: 'restore', items }),
  },
];
