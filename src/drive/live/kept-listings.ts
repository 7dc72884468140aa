import {
  answered,
  createSealKeyOf,
  hasDatabase,
  seal,
  sha256,
  transact,
  unseal,
  type Environment,
  type Sealed,
} from '../../lib';
import { parseKeptListing, writeKeptListing, type KeptListing } from './kept-listing';

const LISTINGS = 'listings';
/** Apart, so that the old ones are found without reading the others. */
const AGES = 'ages';
const DATABASE = { name: 'onedrive-control-listings', stores: [LISTINGS, AGES] };
/** Under this name the tab has the secret without which nobody reads what is kept. */
const SECRET = 'onedrive-control.listings';
const MOST = 50;
const LONGEST = 14 * 24 * 3600_000;

type Surroundings = Pick<Environment, 'database' | 'tabStorage' | 'randomId' | 'now'>;

/**
 * The last listings of some folders, for a page without a network. They are sealed; the key goes with the tab, and so
 * does what they say of somebody's files.
 */
export interface KeptListings {
  /** Where the browser keeps nothing, or has no room, nothing is kept. */
  keep(names: readonly string[], listing: KeptListing): Promise<void>;
  recall(names: readonly string[]): Promise<KeptListing | undefined>;
}

/** @param scope whose files they are, and of which application */
export function createKeptListings(environment: Surroundings, scope: string): KeptListings {
  return {
    keep: async (names, listing) => {
      const secret = secretOf(environment) ?? makeSecret(environment);
      if (secret === undefined) return;
      const id = await idOf(secret, scope, names);
      const sealed = await seal(await createSealKeyOf(secret), writeKeptListing(listing));
      await transact(environment, DATABASE, 'readwrite', async (open) => {
        const [listings, ages] = [open(LISTINGS), open(AGES)];
        await Promise.all([answered(listings.put(sealed, id)), answered(ages.put(listing.at, id))]);
        const [ids, times] = await Promise.all([answered(ages.getAllKeys()), answered(ages.getAll())]);
        const old = oldOnes(ids, times, environment.now());
        await Promise.all(old.flatMap((one) => [answered(listings.delete(one)), answered(ages.delete(one))]));
      });
    },
    recall: async (names) => {
      const secret = secretOf(environment);
      if (secret === undefined || !(await hasDatabase(environment, DATABASE))) return undefined;
      const id = await idOf(secret, scope, names);
      const found: unknown = await transact(environment, DATABASE, 'readonly', (open) =>
        answered(open(LISTINGS).get(id)),
      );
      // Only what `keep` has sealed lies there.
      return found
        ? parseKeptListing(await unseal(await createSealKeyOf(secret), found as Sealed))
        : undefined;
    },
  };
}

/** Nothing stays, of nobody: without its secret it can't be read, and then it goes. */
export async function wipeKeptListings(environment: Surroundings): Promise<void> {
  environment.tabStorage()?.removeItem(SECRET);
  if (!(await hasDatabase(environment, DATABASE))) return;
  await transact(environment, DATABASE, 'readwrite', async (open) => {
    await Promise.all([answered(open(LISTINGS).clear()), answered(open(AGES).clear())]);
  });
}

function secretOf({ tabStorage }: Surroundings): string | undefined {
  return tabStorage()?.getItem(SECRET) ?? undefined;
}

function makeSecret({ tabStorage, randomId }: Surroundings): string | undefined {
  const secret = `${randomId()}${randomId()}`;
  tabStorage()?.setItem(SECRET, secret);
  return tabStorage() && secret;
}

/** Neither names nor ids stand in the clear. */
function idOf(secret: string, scope: string, names: readonly string[]): Promise<string> {
  return sha256(new TextEncoder().encode(JSON.stringify([secret, scope, names])));
}

/** Beyond the newest, and what nobody came back for. */
function oldOnes(
  ids: readonly IDBValidKey[],
  times: readonly unknown[],
  now: number,
): readonly IDBValidKey[] {
  const known = ids.map((id, index) => ({ id, at: Number(times[index]) })).sort((a, b) => b.at - a.at);
  return known.filter(({ at }, index) => index >= MOST || now - at > LONGEST).map(({ id }) => id);
}
