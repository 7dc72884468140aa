import { itemJson } from '../items/item-json';
import type { TeamSite } from '../model/site';
import { GraphError, itemNotFound } from '../protocol/graph-error';
import { selected } from '../protocol/selected';
import type { Answer } from '../protocol/answer';
import type { Call } from '../world';
import { requireOrganization } from './find-site';
import { teamJson } from './site-json';
import { requireMember } from './sites';

/** A channel of a team; its files lie in the folder of its name in the team's first library. */
interface Channel {
  readonly id: string;
  readonly name: string;
}

/** `GET /teams/{id}` */
export function readTeam(call: Call, teamId: string): Answer {
  const { group } = findTeam(call, teamId);
  const body = selected(teamJson(group, call.caller.tenantId), call.options.select);
  return { status: 200, context: 'teams/$entity', body };
}

/** `GET /teams/{id}/channels` */
export function listChannels(call: Call, teamId: string): Answer {
  const team = findTeam(call, teamId);
  const value = channelsOf(team).map((channel) => selected(channelJson(channel), call.options.select));
  return {
    status: 200,
    context: `teams('${teamId}')/channels`,
    body: { '@odata.count': value.length, value },
  };
}

/** `GET /teams/{id}/channels/{id}/filesFolder`: an item like any other, in the drive of the team's site. */
export function readFilesFolder(call: Call, teamId: string, channelId: string): Answer {
  const team = findTeam(call, teamId);
  const channel = channelsOf(team).find(({ id }) => id === channelId);
  const [drive] = team.drives;
  const folder = channel && drive?.root.children.get(channel.name);
  if (!drive || !folder) throw itemNotFound();
  const body = itemJson({ ...call, drive, base: `/drives/${drive.id}` }, folder);
  return { status: 200, context: 'drives/items/$entity', body };
}

/** The channel that every team has, and those that were added. */
function channelsOf({ group }: TeamSite): readonly Channel[] {
  return ['General', ...(group.channels ?? [])].map((name, index) => ({
    id: `19:${group.id.replaceAll('-', '')}${index}@thread.tacv2`,
    name,
  }));
}

function channelJson({ id, name }: Channel): Record<string, unknown> {
  return { id, displayName: name, description: null, email: '', membershipType: 'standard', webUrl: null };
}

function findTeam(call: Call, teamId: string): TeamSite {
  requireOrganization(call.world, call.user);
  const team = call.world.sites.find(({ group }) => group.hasTeam && group.id === teamId.toLowerCase());
  if (!team) throw new GraphError(404, 'NotFound', 'No team found with Group Id.');
  requireMember(call, team);
  return team;
}
