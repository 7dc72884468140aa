import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import type { ControlAction } from './control-action';

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
];
