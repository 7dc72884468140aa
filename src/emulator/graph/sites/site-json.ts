import type { DemoGroup } from '../../caller';
import type { TeamSite } from '../model/site';
import { graphDate } from '../protocol/graph-dates';
import type { World } from '../world';
import { hostOf, siteIdOf } from './find-site';

type Json = Record<string, unknown>;

/** What lists of followed sites tell. */
export function shallowSiteJson(world: World, site: TeamSite): Json {
  return {
    id: siteIdOf(world, site),
    name: site.path.split('/').at(-1) ?? '',
    displayName: site.group.displayName,
    webUrl: `${world.ports.origins.bytes}${site.path}`,
  };
}

/** The site resource; every site here is the top of its collection. */
export function siteJson(world: World, site: TeamSite): Json {
  return {
    ...shallowSiteJson(world, site),
    description: site.group.description,
    createdDateTime: graphDate(site.created),
    lastModifiedDateTime: graphDate(Math.max(...site.drives.map(({ root }) => root.modified))),
    root: {},
    siteCollection: { hostname: hostOf(world).hostname },
  };
}

/** The group resource, as far as drives need it. */
export function groupJson({ group, created }: TeamSite): Json {
  return {
    id: group.id,
    createdDateTime: graphDate(created),
    displayName: group.displayName,
    description: group.description,
    groupTypes: ['Unified'],
    mail: group.mail,
    mailEnabled: true,
    mailNickname: group.mail.split('@')[0],
    securityEnabled: false,
    visibility: 'Private',
  };
}

/** The team resource as lists of joined teams tell it: the rest is null there. */
export function teamJson({ id, displayName, description }: DemoGroup, tenantId: string): Json {
  return {
    id,
    createdDateTime: null,
    displayName,
    description,
    isArchived: false,
    tenantId,
    visibility: null,
    webUrl: null,
  };
}
