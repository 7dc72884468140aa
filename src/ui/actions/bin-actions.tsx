import { DeleteArrowBackRegular, DeleteDismissRegular } from '@fluentui/react-icons';
import type { DriveItem } from '../../drive';
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
    keys: ['Shift+Delete'],
    isByKeyOnly: ({ items }) => !areOfWork(items),
    refusal: refuseOffline,
    // Personal drives refuse it: there the key deletes as Delete does.
    run: ({ view, items }) => view.dialog.set({ kind: 'delete', items, isForEver: areOfWork(items) }),
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

function areOfWork(items: readonly DriveItem[]): boolean {
  return items.every(({ parentReference: { driveType = 'personal' } }) => driveType !== 'personal');
}
