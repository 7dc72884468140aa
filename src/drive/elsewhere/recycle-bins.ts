import { driveKey, parseNamed } from '../../graph';
import { isOutOfReach } from './is-out-of-reach';
import type { DeletedParts } from './list-deleted';
import type { RecycleBins } from './elsewhere-requests';

/** Microsoft documents no address of it; this is the one that its own page has. */
const PERSONAL = 'https://onedrive.live.com/?v=recyclebin';

/** Where Microsoft shows the bin of the user's own drive, and those of the libraries in which something was deleted here. */
export async function findRecycleBins(
  { graph, requests, deleted }: DeletedParts,
  signal?: AbortSignal,
): Promise<RecycleBins> {
  const { driveId, webUrl, parentReference } = await requests.root(signal);
  if (parentReference.driveType === 'personal') {
    return { isPersonal: true, pages: [{ name: '', address: PERSONAL }] };
  }
  const own = driveKey(driveId);
  const others = new Map(deleted.get().map((item) => [driveKey(item.driveId), item.driveId]));
  others.delete(own);
  const libraries = await Promise.all(
    [...others.values()].map(async (id) => {
      const path = `/drives/${encodeURIComponent(id)}`;
      try {
        return await graph.get({ path, access: 'read', together: true, signal }, parseNamed);
      } catch (cause) {
        // One that is closed by now closes no other.
        if (isOutOfReach(cause)) return undefined;
        throw cause;
      }
    }),
  );
  const pages = [{ name: '', webUrl }, ...libraries].flatMap((library) => {
    const address = library?.webUrl && addressOfBin(library.webUrl);
    return address ? [{ name: library.name, address }] : [];
  });
  return { isPersonal: false, pages };
}

/** A library has the bin of the site that it lies in. */
function addressOfBin(library: string): string | undefined {
  const site = /^https?:\/\/[^?#]+(?=\/[^/?#]+\/?$)/.exec(library)?.[0];
  const page = site && /\/personal\//.test(site) ? 'onedrive.aspx?view=5' : 'RecycleBin.aspx';
  return site && `${site}/_layouts/15/${page}`;
}
