import { loadCode, type Environment } from '../lib';
import { DEFAULT_ARRANGEMENT, type Arrangement } from './arrangement';
import type { Arranging, ArrangingParts } from './arranging';
import type { PathFolder } from './folder-browser';
import { firstArrangement } from './first-arrangement';
import { folderKey } from './folder-key';

export const STORED_AS = 'onedrive-control.arrangements';

export interface ArrangingDoorOptions {
  readonly environment: Pick<Environment, 'originStorage'>;
  /** How folders are looked at that nobody has arranged; asked for each time. */
  readonly usual?: (() => Arrangement) | undefined;
}

export interface ArrangingDoor {
  /** Without waiting, where it is there. */
  readonly loaded: () => Arranging | undefined;
  /** Has it done as soon as it is there; offline something else, or nothing. */
  readonly whenLoaded: (act: (arranging: Arranging) => void, otherwise?: () => void) => void;
  /** How a folder is looked at, as far as is known by now. */
  readonly arrangementOf: (folder: PathFolder) => Arrangement;
  readonly remember: (folder: PathFolder, arrangement: Arrangement) => void;
}

/** Its code, as soon as one of the page's lists has fetched it: the next one begins with what is remembered. */
let code: { readonly openArranging: (parts: ArrangingParts) => Arranging } | undefined;

/**
 * The code for arranged folders. It comes when something is arranged, or at once where something was before.
 *
 * @param parts are asked for when it has come
 */
export function createArrangingDoor(
  { environment: { originStorage }, usual = () => DEFAULT_ARRANGEMENT }: ArrangingDoorOptions,
  parts: () => ArrangingParts,
): ArrangingDoor {
  let opening: Promise<Arranging> | undefined;
  let opened: Arranging | undefined;
  /** What was arranged before the memory was there. */
  const early = new Map<string, Arrangement>();
  const loaded = () => (opened ??= code?.openArranging(parts()));
  const open = async () => {
    code ??= await loadCode(import('./arranging'));
    return (opened ??= code.openArranging(parts()));
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
    loaded,
    whenLoaded,
    arrangementOf: (folder) =>
      loaded()?.memory.get(folder) ?? early.get(folderKey(folder)) ?? firstArrangement(folder, usual()),
    remember: (folder, arrangement) => {
      const now = loaded();
      if (now) return now.memory.set(folder, arrangement);
      early.set(folderKey(folder), arrangement);
      whenLoaded(({ memory }) => memory.set(folder, arrangement));
    },
  };
}
