import { ArrowDownloadRegular, DeleteRegular, RenameRegular, ShareRegular } from '@fluentui/react-icons';
import { passHost } from '../host-door';
import type { ControlAction } from './control-action';
import { refuseOffline, refuseUnlisted } from './refusals';

/** What is done to items. */
export const ITEM_ACTIONS: readonly ControlAction[] = [
  {
    id: 'download',
    word: 'download',
    label: ({ text }) => text('command.download'),
    icon: <ArrowDownloadRegular />,
    on: 'some',
    group: 'take',
    bar: 4,
    refusal: refuseUnlisted,
    run: ({ control, items }) => void control.transfers.download(items),
  },
  {
    id: 'share',
    word: 'share',
    label: ({ text }) => text('command.share'),
    icon: <ShareRegular />,
    on: 'some',
    group: 'take',
    bar: 3,
    // Graph has no link for several.
    refusal: (situation) =>
      situation.items.length > 1 ? situation.text('share.several') : refuseUnlisted(situation),
    run: ({ view, options: { host }, items }) =>
      passHost(host, 'Share', { items }, () => {
        const [item] = items;
        if (item) view.dialog.set({ kind: 'share', item });
      }),
  },
  {
    id: 'rename',
    word: 'rename',
    label: ({ text }) => text('command.rename'),
    icon: <RenameRegular />,
    on: 'some',
    group: 'change',
    bar: 3,
    keys: ['F2'],
    refusal: refuseOffline,
    run: ({ view, items }) => view.dialog.set({ kind: 'rename', items }),
  },
  {
    id: 'delete',
    word: 'delete',
    label: ({ text }) => text('command.delete'),
    icon: <DeleteRegular />,
    on: 'some',
    group: 'change',
    bar: 5,
    keys: ['Delete'],
    refusal: refuseOffline,
    run: ({ view, items }) => view.dialog.set({ kind: 'delete', items }),
  },
];
