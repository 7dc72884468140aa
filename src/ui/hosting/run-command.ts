import type { DriveItem } from '../../drive';
import type { ActionParts, ActionTools } from '../actions';

/** Words of hosts for what is called in another way here. */
const IDS: Readonly<Record<string, string>> = { upload: 'upload-files' };

/**
 * What the command of that name does, for a button of the page.
 *
 * @returns whether it could be done now; undefined where no command has that name
 */
export function runCommand(
  command: string,
  { actionsOf, createSituation, isAllowed, refusalOf }: ActionTools,
  parts: ActionParts,
  items: readonly DriveItem[],
): boolean | undefined {
  const actions = actionsOf(parts.options);
  const find = (id: string | undefined) => actions.find((one) => one.id === id);
  const action = find(`host-${command}`) ?? find(IDS[command]) ?? find(command);
  if (!action) return undefined;
  const situation = createSituation(parts, action.on === 'folder' ? [] : items);
  if (action.on !== 'folder' && items.length === 0) return false;
  if (!isAllowed(action, situation)) return false;
  const refusal = refusalOf(action, situation);
  if (refusal === undefined) action.run(situation);
  else parts.view.announcement.set(refusal);
  return refusal === undefined;
}
