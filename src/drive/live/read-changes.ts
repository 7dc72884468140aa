/* oxlint-disable no-await-in-loop -- one page tells where the next one is */
import { parseChangePage, rootPathOf, type DriveChange, type Graph } from '../../graph';

/** What has changed in a drive since a link was given. */
export interface ChangeRound {
  readonly changes: readonly DriveChange[];
  /** For the next round; absent where there was more than is worth reading. */
  readonly link: string | undefined;
}

/** @param link of the last round; without it nothing is told but where to go on from now */
export type ReadChanges = (link: string | undefined, signal: AbortSignal) => Promise<ChangeRound>;

/** After so many, listing the one folder that is seen costs less. */
const MOST_PAGES = 5;
const FIELDS =
  'id,name,size,eTag,cTag,createdDateTime,lastModifiedDateTime,lastModifiedBy,webUrl,parentReference,file,folder,package,remoteItem,shared,root,publication,deleted';

/**
 * The changes of a whole drive: work drives know no others, and of a personal one they cost the same. The folders above
 * a change are told as well, which keeps what is shown of folders true.
 */
export function createReadChanges(graph: Pick<Graph, 'get' | 'follow'>, driveId: string): ReadChanges {
  return async (link, signal) => {
    const request = {
      path: `${rootPathOf(driveId)}/delta`,
      query: { token: 'latest', $select: FIELDS },
      // Without it the service keeps shortcuts to itself (since March 2025).
      headers: { Prefer: 'Include-Feature=AddToOneDrive' },
      access: 'read',
      signal,
    } as const;
    const changes: DriveChange[] = [];
    let page =
      link === undefined
        ? await graph.get(request, parseChangePage)
        : await graph.follow(link, request, parseChangePage);
    for (let read = 1; ; read += 1) {
      changes.push(...page.changes);
      if (page.nextLink === undefined) return { changes, link: page.deltaLink };
      if (read === MOST_PAGES) return { changes, link: undefined };
      page = await graph.follow(page.nextLink, request, parseChangePage);
    }
  };
}
