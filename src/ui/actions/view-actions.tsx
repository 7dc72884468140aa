import {
  ArrowClockwiseRegular,
  KeyboardRegular,
  SearchRegular,
  SplitVerticalRegular,
} from '@fluentui/react-icons';
import type { ControlAction } from './control-action';
import { toggleSplit } from '../toggle-split';
import { isPicking } from './is-picking';

/** What changes nothing but the view. */
export const VIEW_ACTIONS: readonly ControlAction[] = [
  {
    id: 'refresh',
    label: ({ text }) => text('command.refresh'),
    icon: <ArrowClockwiseRegular />,
    on: 'folder',
    group: 'view',
    bar: 1,
    refusal: ({ control, text }) =>
      control.folder.state.get().path.length > 0 ? undefined : text('action.notOpen'),
    run: ({ control }) => control.folder.refresh(),
  },
  {
    id: 'split',
    label: ({ text }) => text('command.split'),
    icon: <SplitVerticalRegular />,
    on: 'folder',
    group: 'view',
    keys: ['Alt+S'],
    suits: ({ control }) => !isPicking({ control }),
    isOn: ({ control }) => control.panes.state.get().second !== undefined,
    refusal: ({ folder, text }) => (folder ? undefined : text('action.notOpen')),
    run: ({ control }) => toggleSplit(control),
  },
  {
    id: 'search',
    label: ({ text }) => text('command.searchHere'),
    icon: <SearchRegular />,
    on: 'folder',
    group: 'view',
    isByKeyOnly: true,
    // In the box itself the second is the browser's own.
    keys: ['/', 'Control+F'],
    suits: ({ view }) => view.focusSearch.get() !== undefined,
    run: ({ view }) => view.focusSearch.get()?.(),
  },
  {
    id: 'shortcuts',
    label: ({ text }) => text('shortcut.title'),
    icon: <KeyboardRegular />,
    on: 'folder',
    group: 'help',
    keys: ['?', 'Control+/'],
    run: ({ view }) => view.dialog.set({ kind: 'shortcuts' }),
  },
];
