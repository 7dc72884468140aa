import { EyeRegular, FolderOpenRegular, OpenRegular } from '@fluentui/react-icons';
import type { DriveItem } from '../../drive';
import { hasPreview, opensInPlace } from '../file-list/file-type';
import { openItem, openOnWeb } from '../file-list/open-item';
import type { ControlAction } from './control-action';
import type { Situation } from './situation';

export const OPEN_ACTIONS: readonly ControlAction[] = [
  {
    id: 'open',
    label: ({ text }) => text('command.open'),
    icon: <FolderOpenRegular />,
    on: 'one',
    group: 'open',
    suits: ({ items, control }) =>
      items.every((item) => opensInPlace(item) || !(isPicking({ control }) || hasPreview(item))),
    run: ({ items, ...parts }) => items.forEach((item) => openItem(item, parts)),
  },
  {
    id: 'preview',
    label: ({ text }) => text('command.preview'),
    icon: <EyeRegular />,
    on: 'one',
    group: 'open',
    keys: ['Alt+P'],
    suits: ({ items }) => items.every(hasPreview),
    run: ({ items: [item], view }) => view.preview.set(item),
  },
  {
    id: 'open-web',
    label: ({ text }) => text('command.openWeb'),
    icon: <OpenRegular />,
    on: 'one',
    group: 'open',
    // Of a file that has no preview and is not picked, opening it says the same.
    suits: ({ items, control }) =>
      items.every(
        (item) => hasPage(item) && (opensInPlace(item) || hasPreview(item) || isPicking({ control })),
      ),
    run: ({ items }) => items.forEach(openOnWeb),
  },
];

function isPicking({ control }: Pick<Situation, 'control'>): boolean {
  return control.picker.state.get().status === 'picking';
}

function hasPage(item: DriveItem): boolean {
  return item.webUrl !== undefined;
}
