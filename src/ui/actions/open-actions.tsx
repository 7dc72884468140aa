import {
  EyeRegular,
  FolderArrowRightRegular,
  FolderOpenRegular,
  OpenRegular,
  SplitVerticalRegular,
} from '@fluentui/react-icons';
import type { DriveItem } from '../../drive';
import { opensInPlace } from '../file-list/file-type';
import { open, openItem, openOnWeb } from '../file-list/open-item';
import { openContaining } from '../file-list/open-containing';
import { isPreviewable } from '../find-viewer';
import type { ControlAction } from './control-action';
import { isPicking } from './is-picking';
import { refuseUnreachable } from './refusals';

export const OPEN_ACTIONS: readonly ControlAction[] = [
  {
    id: 'open',
    label: ({ text }) => text('command.open'),
    icon: <FolderOpenRegular />,
    on: 'one',
    group: 'open',
    suits: ({ items, control, options: { viewers } }) =>
      items.every((item) => opensInPlace(item) || !(isPicking({ control }) || isPreviewable(item, viewers))),
    run: ({ items, ...parts }) => items.forEach((item) => openItem(item, parts)),
  },
  {
    id: 'open-beside',
    label: ({ text }) => text('command.openBeside'),
    icon: <SplitVerticalRegular />,
    on: 'one',
    group: 'open',
    suits: ({ items, control }) =>
      !isPicking({ control }) &&
      items.every((item) => opensInPlace(item) && !item.elsewhere && !item.isDeleted),
    refusal: refuseUnreachable,
    run: ({ items, control: { panes } }) => {
      for (const { driveId, id, remoteItem = { driveId, id } } of items) panes.openBeside(remoteItem);
    },
  },
  {
    id: 'preview',
    label: ({ text }) => text('command.preview'),
    icon: <EyeRegular />,
    on: 'one',
    group: 'open',
    keys: ['Alt+P'],
    suits: ({ items, options: { viewers } }) => items.every((item) => isPreviewable(item, viewers)),
    refusal: refuseUnreachable,
    run: ({ items, options, view }) => items.forEach((item) => open(item, options, view.preview.set)),
  },
  {
    id: 'open-web',
    label: ({ text }) => text('command.openWeb'),
    icon: <OpenRegular />,
    on: 'one',
    group: 'open',
    // Of a file that has no preview and is not picked, opening it says the same.
    suits: ({ items, control, options: { viewers } }) =>
      items.every(
        (item) =>
          hasPage(item) && (opensInPlace(item) || isPreviewable(item, viewers) || isPicking({ control })),
      ),
    run: ({ items, options }) => items.forEach((item) => open(item, options, openOnWeb)),
  },
  {
    id: 'open-containing',
    label: ({ text }) => text('command.openContaining'),
    icon: <FolderArrowRightRegular />,
    on: 'one',
    group: 'open',
    // In a folder, it is the one that is open.
    suits: ({ items, control }) =>
      control.folder.state.get().path.at(-1)?.elsewhere !== undefined &&
      items.every(({ parentReference }) => parentReference.id !== undefined),
    run: ({ items, control, view }) => items.forEach((item) => openContaining(item, { control, view })),
  },
];

function hasPage(item: DriveItem): boolean {
  return item.webUrl !== undefined;
}
