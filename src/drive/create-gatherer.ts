import type { DriveItem } from '../graph';
import { loadCode, toOneDriveError } from '../lib';
import type { DriveRequests } from './drive-requests';
import type { Place } from './gather-files';
import { IDLE, isAllowed, patchPicking, placeOf, roomIn, type PickModel } from './pick-model';
import { picksFilesBelow } from './pick-questions';
import { showPicked } from './pick-rows';
import type { Picker } from './picker';

type Requests = Pick<DriveRequests, 'children'>;

/** Folders wait for each other; one cancel ends them all. */
export function createGatherer(
  model: PickModel,
  requests: Requests,
): Pick<Picker, 'gather' | 'cancelGathering'> {
  let controller = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  return {
    gather: (folder) => {
      const { signal } = controller;
      const { path, folderKeys } = placeOf(model.folder.state.get());
      const place = { folder, path, keys: folderKeys };
      const run = last.then(() => gatherNow(model, requests, place, signal));
      last = run;
      return run;
    },
    cancelGathering: () => {
      controller.abort();
      controller = new AbortController();
      // A request that is slow to end must not keep the next folder waiting.
      last = Promise.resolve();
      patchPicking(model, { gathering: IDLE });
    },
  };
}

async function gatherNow(
  model: PickModel,
  requests: Requests,
  place: Place,
  signal: AbortSignal,
): Promise<number | undefined> {
  const picking = model.state.get();
  if (signal.aborted || picking.status === 'off') return undefined;
  if (!picksFilesBelow(picking)) return 0;
  const { rules } = picking;
  if (roomIn(model, rules) <= 0) return 0;
  const { folder } = place;
  const tell = (found: number) => patchPicking(model, { gathering: { status: 'counting', folder, found } });
  tell(0);
  try {
    const { gatherFiles } = await loadCode(import('./gather-files'));
    const { files, counts } = await gatherFiles(place, {
      requests,
      signal,
      isWanted: (item: DriveItem) => isAllowed(rules, item),
      onFound: (found) => {
        tell(found.size);
        // One more than there is room for shows that not all could be taken.
        const room = roomIn(model, rules);
        if (found.size <= room) return true;
        return [...found.values()].filter(({ item }) => !model.basket.find(item)).length <= room;
      },
    });
    if (signal.aborted) return undefined;
    const fresh = files.filter(({ item }) => !model.basket.find(item));
    const taken = fresh.slice(0, Math.max(0, roomIn(model, rules)));
    for (const picked of taken) model.basket.put(picked);
    const { status } = model.state.get();
    if (status === 'picking') finish(model, counts);
    return taken.length;
  } catch (reason) {
    if (!signal.aborted) {
      patchPicking(model, { gathering: { status: 'failed', folder, error: toOneDriveError(reason) } });
    }
    return undefined;
  }
}

function finish(model: PickModel, counts: ReadonlyMap<string, number>): void {
  const picking = model.state.get();
  if (picking.status === 'off') return;
  const gathered = new Map([...picking.gathered, ...counts]);
  patchPicking(model, { basket: model.basket.list(), gathered, gathering: IDLE });
  showPicked(model, picking.rules);
}
