import {
  itemPath,
  parseViews,
  type DriveItem,
  type FileVersion,
  type Graph,
  type ItemFacts,
  type ItemReference,
} from '../../graph';
import { parseInstant, toOneDriveError, type ErrorCode } from '../../lib';
import type { Activity, ActivityEvent } from './activity';
import { contentOf, readFacts } from './read-facts';
import { readVersions } from './read-versions';

/** What a drive says that counts no views, or does not tell this person. */
const UNTOLD: ReadonlySet<ErrorCode> = new Set(['access-denied', 'invalid-request', 'not-found']);
/** The first version is written when the file is made. */
const SAME = 60_000;

/** Asked at once, so that it goes as one request. */
export async function readActivity(graph: Graph, item: DriveItem, signal: AbortSignal): Promise<Activity> {
  const content = contentOf(item);
  const asking = readFacts(graph, item, signal);
  const readCounts = async () => {
    // Of the open folder nobody knows in what kind of drive it lies. Not asked for where nobody counts (protocol 10).
    const { driveType = (await asking).item.parentReference.driveType } = item.parentReference;
    return driveType === 'personal' ? 'uncounted' : readViews(graph, content, signal);
  };
  const [facts, versions, views] = await Promise.all([
    asking,
    item.file && !item.remoteItem ? readVersions(graph, item, signal) : [],
    readCounts(),
  ]);
  return { views, events: eventsOf(facts, versions) };
}

async function readViews(graph: Graph, item: ItemReference, signal: AbortSignal): Promise<Activity['views']> {
  const read = (span: 'allTime' | 'lastSevenDays') => {
    const path = `${itemPath(item)}/analytics/${span}`;
    return graph.get({ path, access: 'read', together: true, signal }, parseViews);
  };
  try {
    const [allTime, lastSevenDays] = await Promise.all([read('allTime'), read('lastSevenDays')]);
    return { allTime, lastSevenDays };
  } catch (cause) {
    // The rest is worth telling without it.
    if (UNTOLD.has(toOneDriveError(cause).code)) return 'untold';
    throw cause;
  }
}

/** Versions tell of files who changed them when; of folders the last change alone is told. */
function eventsOf(
  { item, createdBy, sharedBy, sharedDateTime }: ItemFacts,
  versions: readonly FileVersion[],
): readonly ActivityEvent[] {
  const [created] = eventAt('created', item.createdDateTime, createdBy);
  const changes =
    versions.length > 0
      ? versions.flatMap((version) =>
          eventAt('changed', version.lastModifiedDateTime, version.lastModifiedBy),
        )
      : eventAt('changed', item.lastModifiedDateTime, item.lastModifiedBy);
  const isMaking = ({ at, by }: ActivityEvent) =>
    created !== undefined && Math.abs(at - created.at) < SAME && by === created.by;
  return [
    ...changes.filter((change) => !isMaking(change)),
    ...eventAt('shared', sharedDateTime, sharedBy),
    ...(created ? [created] : []),
  ].toSorted((a, b) => b.at - a.at);
}

/** None where it is not told when. */
function eventAt(
  kind: ActivityEvent['kind'],
  instant: string | undefined,
  by: string | undefined,
): readonly ActivityEvent[] {
  const at = parseInstant(instant);
  return at === undefined ? [] : [{ kind, at, by }];
}
