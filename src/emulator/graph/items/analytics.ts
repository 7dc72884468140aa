import type { Item } from '../model/model';
import type { Answer } from '../protocol/answer';
import { graphDate } from '../protocol/graph-dates';
import { GraphError } from '../protocol/graph-error';
import { selected } from '../protocol/selected';
import type { DriveCall } from '../world';

const WEEK = 7 * 86_400_000;

/** `GET {item}/analytics/allTime`: since it was made. */
export function readAllTime(call: DriveCall, item: Item): Answer {
  return statistics(call, item, item.created);
}

/** `GET {item}/analytics/lastSevenDays` */
export function readLastSevenDays(call: DriveCall, item: Item): Answer {
  return statistics(call, item, call.world.ports.now() - WEEK);
}

/** Views alone: the service promises no other kind of action. What nobody did is left out. */
function statistics({ drive, world, options }: DriveCall, item: Item, since: number): Answer {
  if (drive.driveType === 'personal') {
    throw new GraphError(400, 'notSupported', 'Items of personal drives have no analytics.');
  }
  const { actions, people } = world.seen.count(item, since);
  const json = {
    startDateTime: graphDate(since),
    endDateTime: graphDate(world.ports.now()),
    access: actions === 0 ? undefined : { actionCount: actions, actorCount: people },
  };
  return {
    status: 200,
    context: 'microsoft.graph.itemActivityStat',
    body: selected(json, options.select),
  };
}
