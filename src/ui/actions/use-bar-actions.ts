import { selectedItems } from '../../drive';
import { createStore } from '../../lib';
import { useControl, useStore } from '../control-context';
import type { BarMenu, ControlAction } from './control-action';
import { offerActions, type OfferedAction } from './offer-actions';
import { createSituation } from './situation';
import { useActionParts } from './use-action-parts';

const NO_ACTIONS = createStore<readonly ControlAction[]>([]);

/** What the bar, or a menu of it, offers now: for the folder, and for the selected items if there are any. */
export function useBarActions(place: 'bar' | BarMenu = 'bar'): readonly OfferedAction[] {
  const parts = useActionParts();
  const control = useControl();
  const { selection, rows } = useStore(control.folder.state);
  // Whoever is signed in, the network, what is picked and what is open change what can be done.
  useStore(control.connection);
  useStore(control.online);
  useStore(control.picker.state);
  useStore(parts.view.details);
  useStore(parts.options.host?.actions ?? NO_ACTIONS);
  return offerActions(place, createSituation(parts, selectedItems(selection, rows)));
}
