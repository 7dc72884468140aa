import { pointerJson, type ItemIn } from '../items/elsewhere';
import type { Answer } from '../protocol/answer';
import { selected } from '../protocol/selected';
import { isReadable, isSharedWith, reaches, standingWith } from '../sharing/access';
import type { DriveCall } from '../world';
import { filter, leastOf } from './some-of';

const MOST_RECENT = 200;

/** `GET /me/drive/sharedWithMe`: what others gave to the caller by name, or by a link that was redeemed. */
export function listSharedWithMe(call: DriveCall): Answer {
  const others = [...call.world.drives.values()].filter(
    ({ owner }) => standingWith(owner, call.user) !== 'own',
  );
  return retired(call, () =>
    others
      .flatMap((drive) =>
        [...drive.shared].flatMap((id) => {
          const item = drive.items.get(id);
          return item !== undefined && isSharedWith(call, item) ? [{ drive, item }] : [];
        }),
      )
      .toSorted(newestFirst),
  );
}

/** `GET /me/drive/recent`: the files that the caller changed last, in whosever drive. */
export function listRecent(call: DriveCall): Answer {
  const { user, world } = call;
  return retired(call, () =>
    [...world.drives.values()]
      .filter((drive) => reaches(call, drive))
      .flatMap((drive) => {
        const mine = filter(
          drive.items.values(),
          (item) =>
            item.kind === 'file' && item.modifiedBy.id === user.oid && isReadable({ ...call, drive }, item),
        );
        return leastOf(mine, MOST_RECENT, (a, b) => b.modified - a.modified).map((item) => ({ drive, item }));
      })
      .toSorted(newestFirst)
      .slice(0, MOST_RECENT),
  );
}

/** Deprecated, and documented to return no data after November 2026; a policy brings back what they were. */
function retired(call: DriveCall, list: () => readonly ItemIn[]): Answer {
  const found = call.world.policy.retiredLists ? list() : [];
  const value = found.map((each) => selected(pointerJson(call, each), call.options.select));
  return { status: 200, context: 'Collection(driveItem)', body: { value } };
}

function newestFirst(a: ItemIn, b: ItemIn): number {
  return b.item.modified - a.item.modified;
}
