import { traitsOf } from './item-traits';
import type { Situation } from './situation';

/** What is begun in a folder waits until the folder is known; a collection is none. */
export function refuseUnopened({ folder, control, text }: Situation): string | undefined {
  if (folder) return undefined;
  const isCollection = control.folder.state.get().path.at(-1)?.elsewhere !== undefined;
  return text(isCollection ? 'action.collection' : 'action.notOpen');
}

/** What stands in a collection lies in a drive like everything else; sites and teams themselves do not. */
export function refuseUnlisted(situation: Situation): string | undefined {
  const { control, items, text } = situation;
  if (traitsOf(items).someElsewhere) return text('action.place');
  const unreachable = refuseUnreachable(situation);
  if (unreachable !== undefined) return unreachable;
  const isCollection = control.folder.state.get().path.at(-1)?.elsewhere !== undefined;
  return isCollection ? undefined : refuseUnopened(situation);
}

/** What a search has found may be gone by now, or not be the user's to open. */
export function refuseUnreachable({ items, text }: Situation): string | undefined {
  return traitsOf(items).someUnreachable ? text('action.unreachable') : undefined;
}

/** What the service has to do at once waits for a network; transfers wait by themselves. */
export function refuseOffline(situation: Situation): string | undefined {
  const { control, items, text } = situation;
  if (!control.online.get()) return text('action.offline');
  return items.length > 0 ? refuseUnlisted(situation) : refuseUnopened(situation);
}
