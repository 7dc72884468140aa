import { describe, expect, it } from 'vitest';
import {
  routesOfDrives,
  routesOfItems,
  routesOfShares,
  serviceRoutes,
} from '../../src/emulator/graph/routes';
import { siteRoutes } from '../../src/emulator/graph/sites/site-routes';
import type { Json, Reply } from './graph-world';
import { rule, type EmulatorRuleContext } from './support/target';

const PROFILE = 'User.Read';
const READ = 'Files.Read';
const WRITE = 'Files.ReadWrite';
const WRITE_ALL = 'Files.ReadWrite.All';
const SITES = 'Sites.Read.All';
const READ_ALL = 'Files.Read.All';
const GROUPS = 'GroupMember.Read.All';
const TEAMS = 'Team.ReadBasic.All';
const CHANNELS = 'Channel.ReadBasic.All';
type Scope =
  | typeof PROFILE
  | typeof READ
  | typeof WRITE
  | typeof WRITE_ALL
  | typeof READ_ALL
  | typeof SITES
  | typeof GROUPS
  | typeof TEAMS
  | typeof CHANNELS;
/** Their refusals are the directory's. */
const OF_DIRECTORY: readonly Scope[] = [PROFILE, GROUPS, TEAMS, CHANNELS];

/** The strongest that is refused where the other is the least that suffices. */
const TOO_WEAK: Readonly<Record<Scope, string>> = {
  [PROFILE]: WRITE_ALL,
  [READ]: PROFILE,
  [WRITE]: 'Files.Read.All',
  [WRITE_ALL]: WRITE,
  [READ_ALL]: WRITE,
  [SITES]: WRITE_ALL,
  [GROUPS]: TEAMS,
  [TEAMS]: WRITE_ALL,
  [CHANNELS]: TEAMS,
};

type Table = Readonly<Record<string, Scope>>;

/** The least delegated rights (protocol 10), by method and path. */
const OF_SERVICE: Table = {
  'GET me': PROFILE,
  'GET me/photo': PROFILE,
  'GET me/photo/$value': PROFILE,
  'GET me/photos': PROFILE,
  'GET me/photos/{}': PROFILE,
  'GET me/photos/{}/$value': PROFILE,
  'GET me/drives': READ,
  'GET drives': READ,
  'GET shares/{}': WRITE,
  'GET shares/{}/permission': WRITE,
  'POST shares/{}/permission/grant': WRITE,
  'GET shares/{}/items': WRITE,
  'GET sites': SITES,
  'GET me/followedsites': SITES,
  'GET me/joinedteams': TEAMS,
  'GET teams/{}': TEAMS,
  'GET teams/{}/channels': CHANNELS,
  'GET teams/{}/channels/{}/filesfolder': READ_ALL,
  'GET groups': GROUPS,
  'GET groups/{}': GROUPS,
  'GET groups/{}/drives': READ,
  'POST search/query': READ_ALL,
};

const OF_SITES: Table = {
  'GET ': SITES,
  'GET sites': SITES,
  'GET drives': READ,
  'GET lists/{}/columns': SITES,
};

const OF_DRIVES: Table = {
  'GET ': READ,
  'GET special': READ,
  'GET search()': READ,
  'GET sharedwithme': READ_ALL,
  'GET recent': READ,
  'GET following': READ,
  'DELETE following/{}': READ,
  'GET list/columns': SITES,
};

const OF_ITEMS: Table = {
  'GET ': READ,
  'PATCH ': WRITE,
  'PUT ': WRITE,
  'DELETE ': WRITE,
  'GET children': READ,
  'POST children': WRITE,
  'GET search()': READ,
  'GET delta()': READ,
  'GET content': READ,
  'PUT content': WRITE,
  'POST createuploadsession': WRITE,
  'GET thumbnails': READ,
  'GET thumbnails/{}': READ,
  'GET thumbnails/{}/{}': READ,
  'GET thumbnails/{}/{}/content': READ,
  'GET analytics/alltime': READ,
  'GET analytics/lastsevendays': READ,
  'GET listitem': SITES,
  'POST preview': READ,
  'POST copy': WRITE,
  'GET versions': READ,
  'GET versions/{}': READ,
  'GET versions/{}/content': READ,
  'DELETE versions/{}': WRITE,
  'POST versions/{}/restoreversion': WRITE,
  'POST checkout': WRITE,
  'POST checkin': WRITE,
  'POST discardcheckout': WRITE,
  'POST permanentdelete': WRITE,
  'POST restore': WRITE_ALL,
  'POST follow': READ,
  'POST unfollow': READ,
  'GET permissions': READ,
  'GET permissions/{}': READ,
  'PATCH permissions/{}': WRITE,
  'DELETE permissions/{}': WRITE,
  'POST permissions/{}/grant': WRITE,
  'POST createlink': WRITE,
  'POST invite': WRITE,
};

/** An item reached by a share: only reading the item itself asks for more. */
const OF_SHARES: Table = { ...OF_ITEMS, 'GET ': WRITE };

/** Asks nothing of the token; its parts do. */
const WITHOUT_RIGHTS = ['POST $batch'];

const outcome = ({ status, json }: Reply): unknown => [status, json.error.code];

/** The path as a client writes it: something for every `{}` and `()`. */
function written(path: string): string {
  return path.replace('search()', `search(q='a')`).replace('delta()', 'delta').replaceAll('{}', '0');
}

/** A file with a link to it, to do things with; what they are does not matter. */
async function prepare({ graph, putFile }: EmulatorRuleContext): Promise<{ file: Json; shareId: string }> {
  const file = await putFile('a.jpg', 'x');
  const link = await graph(`/me/drive/items/${file.id}/createLink`, { body: { type: 'edit' } });
  return { file, shareId: link.json.shareId };
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

function describeTable(title: string, table: Table, at: (path: string, prepared: Prepared) => string): void {
  describe(title, () => {
    for (const [call, least] of Object.entries(table)) {
      rule(`${call} needs ${least}, and nothing more`, { needs: 'scopes', on: 'own' }, async (context) => {
        const prepared = await prepare(context);
        const [method = '', path = ''] = call.split(' ');
        const ask = (scope: string): Promise<Reply> =>
          context.graph(at(written(path), prepared).replace(/\/$/, ''), {
            method,
            scopes: [scope],
            ...((method === 'POST' || method === 'PATCH' || method === 'PUT') && { body: {} }),
          });
        const code = OF_DIRECTORY.includes(least) ? 'Authorization_RequestDenied' : 'accessDenied';
        expect(outcome(await ask(TOO_WEAK[least]))).toEqual([403, code]);
        expect((await ask(least)).status).not.toBe(403);
      });
    }
  });
}

describeTable(
  'of the service',
  OF_SERVICE,
  (path, { shareId }) => `/${path.replace('shares/0', `shares/${shareId}`)}`,
);
describeTable('of a site', OF_SITES, (path) => `/sites/root/${path}`);
describeTable('of a drive', OF_DRIVES, (path) => `/me/drive/${path}`);
describeTable('of an item', OF_ITEMS, (path, { file }) => `/me/drive/items/${file.id}/${path}`);
describeTable('of a share', OF_SHARES, (path, { shareId }) => `/shares/${shareId}/driveItem/${path}`);

describe('the tables', () => {
  it.each([
    [
      'the service',
      serviceRoutes,
      { ...OF_SERVICE, ...Object.fromEntries(WITHOUT_RIGHTS.map((name) => [name, ''])) },
    ],
    ['sites', siteRoutes, OF_SITES],
    ['drives', routesOfDrives, OF_DRIVES],
    ['items', routesOfItems, OF_ITEMS],
    ['shares', routesOfShares, OF_SHARES],
  ] as const)('name every call of %s', (_, routes, table) => {
    const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));
    expect(Object.keys(table).toSorted((a, b) => a.localeCompare(b))).toEqual(
      [...known].toSorted((a, b) => a.localeCompare(b)),
    );
  });
});
