import { MICROSOFT_CLOUDS } from './microsoft-clouds';
import { wrongSetting } from './setting-problem';

/** Permissions on files and sites in Graph's spelling, and those of the sources of files. */
export const FILE_SCOPES = [
  'Files.Read',
  'Files.Read.All',
  'Files.Read.Selected',
  'Files.ReadWrite',
  'Files.ReadWrite.All',
  'Files.ReadWrite.AppFolder',
  'Files.ReadWrite.Selected',
  'Files.SelectedOperations.Selected',
  'Sites.Create.All',
  'Sites.FullControl.All',
  'Sites.Manage.All',
  'Sites.Read.All',
  'Sites.ReadWrite.All',
  'Sites.Selected',
  'User.Read',
  'User.ReadBasic.All',
  'People.Read',
  'Team.ReadBasic.All',
  'Channel.ReadBasic.All',
] as const;

/** MSAL asks for these by itself. */
const ADDED_BY_MSAL = new Set(['openid', 'profile', 'offline_access']);
const SPELLINGS = new Map<string, string>(
  [...FILE_SCOPES, ...ADDED_BY_MSAL].map((scope) => [scope.toLowerCase(), scope]),
);
const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';
const RESOURCE = /^(https?:\/\/[^/]+|api:\/\/[^/]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/+(.*)$/i;
/** A name of these families that Graph does not have is a slip; other families may be whatever Graph adds. */
const MUST_BE_KNOWN = /^(?:files?|sites?)(?:\.|$)/i;
const NAME = /^[a-z][\w-]*(?:\.[\w-]+)*$/i;
/** Source: scopes.md, “Not needed ever”. */
const NEVER_NEEDED = /^(?:Sites\.FullControl\.All|Group\.Read(?:Write)?\.All|Directory\.)/i;

/**
 * The scopes in one spelling, because MSAL and the token cache compare letters: short, each once, without those that
 * MSAL adds. Full addresses may name any cloud's Graph; a short name is right in each of them.
 *
 * @throws OneDriveError `configuration-invalid`
 * @param graphRoot the Graph in use, whose full addresses are understood too
 */
export function readScopes(
  named: readonly string[],
  graphRoot: string = MICROSOFT_CLOUDS.global.graph,
): readonly string[] {
  const graph = new URL(graphRoot).origin;
  const spelt = named.map((scope) => spell(scope.trim(), graph));
  const scopes = [...new Set(spelt)].filter((scope) => scope !== '' && !ADDED_BY_MSAL.has(scope));
  if (scopes.length > 1 && scopes.some(isDefault)) {
    throw wrongSetting('scopes.default-mixed', named.join(' '));
  }
  return scopes;
}

/** Whatever the registration lists: nothing can be asked beside or beyond it. */
export function isDefault(scope: string): boolean {
  return scope.endsWith('/.default');
}

/** Those that the control never needs and an administrator would have to allow. */
export function needlessScopes(scopes: readonly string[]): readonly string[] {
  return scopes.filter((scope) => NEVER_NEEDED.test(scope.slice(scope.lastIndexOf('/') + 1)));
}

function spell(scope: string, graph: string): string {
  const [, resource = graph, name = scope] = RESOURCE.exec(scope) ?? [];
  const graphs = [graph, ...Object.values(MICROSOFT_CLOUDS).map((hosts) => hosts.graph), GRAPH_APP_ID];
  if (!graphs.includes(resource.toLowerCase())) throw wrongSetting('scopes.other-resource', scope);
  if (name === '') return name;
  // The one scope that means nothing without its resource.
  if (name.toLowerCase() === '.default') return `${resource.toLowerCase()}/.default`;
  const known = SPELLINGS.get(name.toLowerCase());
  if (known) return known;
  if (!NAME.test(name) || MUST_BE_KNOWN.test(name)) throw wrongSetting('scopes.unknown', scope);
  return name;
}
