import { InfoRegular } from '@fluentui/react-icons';
import { selectedItems } from '../../drive';
import type { ControlAction } from './control-action';
import type { Situation } from './situation';

/** What tells of an item, or of the open folder. */
export const DETAILS_ACTIONS: readonly ControlAction[] = [
  {
    id: 'details',
    label: ({ text }) => text('command.details'),
    icon: <InfoRegular />,
    on: 'folder',
    group: 'details',
    bar: 1.9,
    keys: ['Alt+Enter', 'Control+I'],
    isOn: ({ view }) => view.details.get().place !== 'closed',
    run: ({ view }) =>
      view.details.update((details) => ({
        ...details,
        place: details.place === 'closed' ? 'beside' : 'closed',
        items: undefined,
      })),
  },
  {
    id: 'details-of',
    label: ({ text }) => text('command.details'),
    icon: <InfoRegular />,
    on: 'some',
    group: 'details',
    // Of a site or a team there is nothing to know.
    suits: ({ items }) => items.every(({ elsewhere }) => elsewhere === undefined),
    run: showDetails,
  },
];

/** Of rows that are not selected: where nothing can be selected, or by the button of a row. */
function showDetails({ control, view, items }: Situation): void {
  const { selection, rows } = control.folder.state.get();
  const selected = selectedItems(selection, rows);
  const areSelected = selected.length === items.length && items.every((item, at) => selected[at] === item);
  view.details.update((details) => ({
    ...details,
    place: details.place === 'over' ? 'over' : 'beside',
    items: areSelected ? undefined : items,
  }));
}
