import type { ControlAction } from '../actions/control-action';
import type { FolderHistory } from '../host-door';
import { PathIcon } from './path-icon';

const TO_THE_LEFT = 'M8.6 3.9 2.5 10l6.1 6.1.7-.7-4.9-4.9H17.5v-1H4.4l4.9-4.9z';
const TO_THE_RIGHT = 'M11.4 3.9 17.5 10l-6.1 6.1-.7-.7 4.9-4.9H2.5v-1h13.1l-4.9-4.9z';

/** Back and forward, where no browser has them for the control. Where they lead nowhere, the keys are the browser's. */
export function historyActions(history: FolderHistory): readonly ControlAction[] {
  return [
    {
      id: 'back',
      label: ({ text }) => text('command.back'),
      icon: <PathIcon path={TO_THE_LEFT} isMirrored />,
      on: 'folder',
      group: 'history',
      bar: -1,
      keys: ['Alt+ArrowLeft'],
      suits: () => history.can('back'),
      run: () => history.go('back'),
    },
    {
      id: 'forward',
      label: ({ text }) => text('command.forward'),
      icon: <PathIcon path={TO_THE_RIGHT} isMirrored />,
      on: 'folder',
      group: 'history',
      bar: -1,
      keys: ['Alt+ArrowRight'],
      suits: () => history.can('forward'),
      run: () => history.go('forward'),
    },
  ];
}
