import { versionSeenBy } from '../model/checkout';
import type { FileVersion } from '../model/model';
import { versionsOf } from '../model/versions';
import { itemNotFound } from '../protocol/graph-error';
import type { FileGrant } from '../world';

/** What a preauthenticated URL shows by now: nothing reaches a file's bytes in another way. */
export function seenThrough(grant: FileGrant): FileVersion {
  const { file } = grant;
  if ('viewer' in grant) return versionSeenBy(file, grant.viewer);
  const meant = versionsOf(file).find(({ number }) => number === grant.version);
  if (meant === undefined) throw itemNotFound();
  return meant;
}
