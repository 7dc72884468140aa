import { actionsOf } from './registry';
import { createSituation } from './situation';
import { useActionParts } from './use-action-parts';

/** What the keys of actions do, as far as the host allows it: to items, and in the folder. */
export function useKeyLines() {
  const parts = useActionParts();
  const situation = createSituation(parts, []);
  const linesOf = (isOfItems: boolean) =>
    actionsOf(parts.options)
      .filter(({ on, word }) => {
        return (on !== 'folder') === isOfItems && (word === undefined || parts.options.actions.has(word));
      })
      .flatMap(({ label, eventKeys, keys = eventKeys }) => (keys ? [{ label: label(situation), keys }] : []));
  return { ofItems: linesOf(true), ofFolder: linesOf(false) };
}
