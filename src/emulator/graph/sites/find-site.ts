import type { DemoUser } from '../../caller';
import type { SiteRef } from '../address/site-address';
import type { TeamSite } from '../model/site';
import { badRequest, GraphError, invalidRequest, itemNotFound } from '../protocol/graph-error';
import type { World } from '../world';

/** The site meant, whether or not the user may see it. */
export function findSite(world: World, user: DemoUser, ref: SiteRef): TeamSite {
  requireOrganization(world, user);
  switch (ref.by) {
    case 'root':
      return known(siteAt(world, ''));
    case 'id':
      return known(siteOfId(world, ref.id));
    case 'path':
      if (!isHost(world, ref.host)) throw invalidRequest('Invalid hostname for this tenancy');
      return known(siteAt(world, ref.path));
    case 'group': {
      const site = world.sites.find(({ group }) => group.id === ref.group.toLowerCase());
      if (site !== undefined) return site;
      throw new GraphError(
        404,
        'Request_ResourceNotFound',
        `Resource '${ref.group}' does not exist or one of its queried reference-property objects are not present.`,
      );
    }
  }
}

/** @throws GraphError 400 for accounts that belong to nobody but themselves. */
export function requireOrganization({ options }: World, user: DemoUser): void {
  if (user.kind === 'work' && options.profile === 'business') return;
  throw badRequest('This API is not supported for MSA accounts');
}

/** `host,siteId,webId` */
export function siteIdOf(world: World, { siteId, webId }: TeamSite): string {
  return [hostOf(world).hostname, siteId, webId].join(',');
}

/** Sites have the host of the files, as far as there is one. */
export function hostOf({ ports }: World): URL {
  return new URL(ports.origins.bytes);
}

function siteOfId(world: World, id: string): TeamSite | undefined {
  if (isHost(world, id)) return siteAt(world, '');
  const asked = id.toLowerCase();
  return world.sites.find((site) => siteIdOf(world, site) === asked || site.siteId === asked);
}

function siteAt(world: World, path: string): TeamSite | undefined {
  return world.sites.find((site) => site.path.toLowerCase() === path.toLowerCase());
}

function isHost(world: World, name: string): boolean {
  const { host, hostname } = hostOf(world);
  return [host, hostname].includes(name.toLowerCase());
}

function known(site: TeamSite | undefined): TeamSite {
  if (site === undefined) throw itemNotFound('Requested site could not be found');
  return site;
}
