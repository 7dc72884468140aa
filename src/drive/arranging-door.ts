import { loadCode, type Environment } from '../lib';
import type { Arrangement } from './arrangement';
import type { Arranging, ArrangingParts } from './arranging';
import type { PathFolder } from './folder-browser';
import { firstArrangement } from './first-arrangement';
import { folderKey } from './folder-key';

export const STORED_AS = 'onedrive-control.arrangements';

export interface ArrangingDoor {
  /** Without waiting, where it is there. */
  readonly loaded: () => Arranging | undefined;
  /** Has it done as soon as it is there; offline something else, or nothing. */
  readonly whenLoaded: (act: (arranging: Arranging) => void, otherwise?: () => void) => void;
  /** How a folder is looked at, as far as is known by now. */
  readonly arrangementOf: (folder: PathFolder) => Arrangement;
  readonly remember: (folder: PathFolder, arrangement: Arrangement) => void;
}

/**
 * The code for arranged folders. It comes when something is arranged, or at once where something was before.
 *
 * @param parts are asked for when it has come
 */
export function createArrangingDoor(
  { originStorage }: Pick<Environment, 'originStorage'>,
  parts: () => ArrangingParts,
): ArrangingDoor {
  let opening: Promise<Arranging> | undefined;
  let opened: Arranging | undefined;
  /** What was arranged before the memory was there. */
  const early = new Map<string, Arrangement>();
  const open = async () => {
    const { openArranging } = await loadCode(import('./arranging'));
    return (opened = openArranging(parts()));
  };
  const whenLoaded: ArrangingDoor['whenLoaded'] = (act, otherwise) => {
    opening ??= open();
    opening.then(act, () => {
      opening = undefined;
      otherwise?.();
    });
  };
  if (originStorage()?.getItem(STORED_AS)) whenLoaded(() => {});
  return {
    loaded: () => opened,
    whenLoaded,
    arrangementOf: (folder) =>
      opened?.memory.get(folder) ?? early.get(folderKey(folder)) ?? firstArrangement(folder),
    remember: (folder, arrangement) => {
      if (!opened) early.set(folderKey(folder), arrangement);
      whenLoaded(({ memory }) => memory.set(folder, arrangement));
    },
  };
}
