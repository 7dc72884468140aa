import { siteColumnRoutes } from '../columns/column-routes';
import type { Route } from '../protocol/route';
import {
  READ_ALL_FILES,
  READ_CHANNELS,
  READ_FILES,
  READ_GROUPS,
  READ_SITES,
  READ_TEAMS,
} from '../protocol/scopes';
import type { Call, SiteCall } from '../world';
import { listChannels, readFilesFolder, readTeam } from './channels';
import {
  listFollowedSites,
  listGroupDrives,
  listGroups,
  listJoinedTeams,
  listSiteDrives,
  listSubsites,
  readGroup,
  readSite,
  searchSites,
} from './sites';

export const placeRoutes: readonly Route<Call>[] = [
  { method: 'GET', path: 'sites', needs: READ_SITES, cost: 2, handle: searchSites },
  { method: 'GET', path: 'me/followedsites', needs: READ_SITES, cost: 2, handle: listFollowedSites },
  { method: 'GET', path: 'me/joinedteams', needs: READ_TEAMS, cost: 2, handle: listJoinedTeams },
  {
    method: 'GET',
    path: 'teams/{}',
    needs: READ_TEAMS,
    cost: 1,
    handle: (call, [id = '']) => readTeam(call, id),
  },
  {
    method: 'GET',
    path: 'teams/{}/channels',
    needs: READ_CHANNELS,
    cost: 2,
    handle: (call, [id = '']) => listChannels(call, id),
  },
  {
    method: 'GET',
    path: 'teams/{}/channels/{}/filesfolder',
    needs: READ_ALL_FILES,
    cost: 1,
    handle: (call, [team = '', channel = '']) => readFilesFolder(call, team, channel),
  },
  { method: 'GET', path: 'groups', needs: READ_GROUPS, cost: 2, handle: listGroups },
  {
    method: 'GET',
    path: 'groups/{}',
    needs: READ_GROUPS,
    cost: 1,
    handle: (call, [id = '']) => readGroup(call, id),
  },
  {
    method: 'GET',
    path: 'groups/{}/drives',
    needs: READ_FILES,
    cost: 2,
    handle: (call, [id = '']) => listGroupDrives(call, id),
  },
];

/** What is asked of a site, however it was addressed. */
export const siteRoutes: readonly Route<SiteCall>[] = [
  { method: 'GET', path: '', needs: READ_SITES, cost: 1, handle: readSite },
  { method: 'GET', path: 'sites', needs: READ_SITES, cost: 2, handle: listSubsites },
  { method: 'GET', path: 'drives', needs: READ_FILES, cost: 2, handle: listSiteDrives },
  ...siteColumnRoutes,
];
