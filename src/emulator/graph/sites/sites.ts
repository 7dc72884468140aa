import type { TeamSite } from '../model/site';
import type { Answer } from '../protocol/answer';
import { accessDenied } from '../protocol/graph-error';
import { selected } from '../protocol/selected';
import { driveJson } from '../items/drive-json';
import { standingWith } from '../sharing/access';
import type { Call, SiteCall } from '../world';
import { findSite, requireOrganization } from './find-site';
import { groupJson, shallowSiteJson, siteJson, teamJson } from './site-json';

type Json = Record<string, unknown>;

/** @throws GraphError 403 where the site is for members that the caller is not one of. */
export function requireMember(call: Call, site: TeamSite): void {
  if (!isMember(call, site)) throw accessDenied();
}

/** `GET /sites?search=`: those the caller may see whose names hold every word; all for `*` and for nothing. */
export function searchSites(call: Call): Answer {
  requireOrganization(call.world, call.user);
  const { searchParams } = call.url;
  const text = searchParams.get('search') ?? searchParams.get('$search') ?? '';
  const words = text
    .toLowerCase()
    .split(/[\s*"]+/)
    .filter(Boolean);
  const found = mySites(call).filter(({ group, path }) =>
    words.every((word) => `${group.displayName} ${path}`.toLowerCase().includes(word)),
  );
  return listed(
    call,
    'sites',
    found.map((site) => siteJson(call.world, site)),
  );
}

/** `GET /me/followedSites`: joining a team is following its site. */
export function listFollowedSites(call: Call): Answer {
  requireOrganization(call.world, call.user);
  const teams = mySites(call).filter(({ group }) => group.hasTeam);
  return listed(
    call,
    'sites',
    teams.map((site) => shallowSiteJson(call.world, site)),
  );
}

/** `GET /me/joinedTeams` */
export function listJoinedTeams(call: Call): Answer {
  requireOrganization(call.world, call.user);
  const teams = mySites(call).filter(({ group }) => group.hasTeam);
  return listed(
    call,
    'teams',
    teams.map(({ group }) => teamJson(group, call.caller.tenantId)),
  );
}

/** `GET /groups`: the directory tells its groups to everybody who may read it. */
export function listGroups(call: Call): Answer {
  requireOrganization(call.world, call.user);
  return listed(call, 'groups', call.world.sites.map(groupJson));
}

export function readGroup(call: Call, id: string): Answer {
  const site = findSite(call.world, call.user, { by: 'group', group: id });
  return { status: 200, context: 'groups/$entity', body: selected(groupJson(site), call.options.select) };
}

/** `GET /groups/{id}/drives` */
export function listGroupDrives(call: Call, id: string): Answer {
  const site = findSite(call.world, call.user, { by: 'group', group: id });
  requireMember(call, site);
  return listSiteDrives({ ...call, site });
}

export function readSite({ site, world, options }: SiteCall): Answer {
  return { status: 200, context: 'sites/$entity', body: selected(siteJson(world, site), options.select) };
}

/** `GET /sites/{id}/sites`: no site here has any below it. */
export function listSubsites(call: SiteCall): Answer {
  return listed(call, 'sites', []);
}

export function listSiteDrives(call: SiteCall): Answer {
  const value = call.site.drives.map((drive) => driveJson({ ...call, drive, base: `/drives/${drive.id}` }));
  return { status: 200, context: 'drives', body: { value } };
}

function mySites(call: Call): TeamSite[] {
  return call.world.sites.filter((site) => isMember(call, site));
}

function isMember({ user }: Call, { group }: TeamSite): boolean {
  return standingWith({ kind: 'group', group }, user) !== 'nothing';
}

function listed({ options }: Call, context: string, all: readonly Json[]): Answer {
  const value = all.map((each) => selected(each, options.select));
  return { status: 200, context, body: { value } };
}
