import type { DriveItem, ItemReference } from '../../graph';
import type { Environment } from '../../lib';
import type { DriveRequests } from '../drive-requests';
import { itemKey } from '../item-key';

type Pages = AsyncIterable<readonly DriveItem[]>;

/** The listing of a folder that somebody seems about to open, begun before they do. */
export interface ReadAhead {
  /** One at a time. The function that it returns ends it, unless its first page is there. */
  begin(folder: ItemReference): () => void;
  /** Goes on with what was begun: nothing is asked for twice. `undefined` where there is nothing, or it is old. */
  take(folder: ItemReference, signal: AbortSignal): Pages | undefined;
  /** What was read may be true no longer. */
  drop(): void;
}

interface Begun {
  readonly key: string;
  readonly at: number;
  readonly first: Promise<IteratorResult<readonly DriveItem[]>>;
  readonly rest: AsyncIterator<readonly DriveItem[]>;
  readonly stop: AbortController;
}

/** Whoever points at a folder opens it soon, or not. */
const FRESH = 15_000;
/** So many may be read in vain: somebody walks over folders, and opens none. */
const IN_VAIN = 12;

export function createReadAhead(
  requests: Pick<DriveRequests, 'children'>,
  { now }: Pick<Environment, 'now'>,
): ReadAhead {
  let begun: Begun | undefined;
  let inVain = 0;
  const drop = () => {
    begun?.stop.abort();
    begun = undefined;
  };
  const fresh = (key: string) => (begun?.key === key && now() - begun.at <= FRESH ? begun : undefined);
  return {
    drop,
    begin: (folder) => {
      const key = itemKey(folder);
      if (fresh(key) || inVain >= IN_VAIN) return () => {};
      drop();
      inVain += 1;
      const stop = new AbortController();
      const rest = requests.children(folder, stop.signal)[Symbol.asyncIterator]();
      const one: Begun = { key, at: now(), first: rest.next(), rest, stop };
      begun = one;
      let isThere = false;
      one.first.then(
        () => (isThere = true),
        () => begun === one && drop(),
      );
      return () => {
        if (begun === one && !isThere) drop();
      };
    },
    take: (folder, signal) => {
      inVain = 0;
      const one = fresh(itemKey(folder));
      if (!one) return undefined;
      begun = undefined;
      signal.addEventListener('abort', () => one.stop.abort(), { once: true });
      return goOn(one);
    },
  };
}

async function* goOn({ first, rest }: Begun): AsyncGenerator<readonly DriveItem[]> {
  for (let page = await first; !page.done; page = await rest.next()) yield page.value;
}
