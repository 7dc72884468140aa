import { findGraphPermission, openIdPermissions } from './permissions';
import { StsFailure } from './sts-failure';

const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';

/** A `scope` parameter, understood. */
export interface RequestedScopes {
  /** Short Graph names in Graph's spelling. */
  readonly graph: readonly string[];
  readonly openId: readonly string[];
  /** `.default`: whatever was consented before. */
  readonly everything: boolean;
  /** As the client wrote them: the answer repeats this spelling, MSAL compares literally. */
  readonly raw: readonly string[];
}

const openIdNames = new Set(openIdPermissions.map((entry) => entry.name));

/**
 * Reads a `scope` parameter.
 * @throws StsFailure 70011 (nothing asked), 500011 (unknown resource), 650053 (unknown scope).
 */
export function readScopes(scope: string, graphOrigin: string, applicationName: string): RequestedScopes {
  const raw = scope.split(/\s+/).filter((part) => part !== '');
  if (raw.length === 0) throw new StsFailure(70011, { x: "''" });
  const graph: string[] = [];
  const openId: string[] = [];
  let everything = false;
  for (const part of raw) {
    if (openIdNames.has(part.toLowerCase())) {
      openId.push(part.toLowerCase());
      continue;
    }
    const name = withoutResource(part, graphOrigin);
    if (name === '.default') {
      everything = true;
      continue;
    }
    const known = findGraphPermission(name);
    if (known === undefined) throw new StsFailure(650053, { x: name, y: applicationName });
    graph.push(known.name);
  }
  // Entra: `.default` cannot be mixed with named scopes of a resource.
  if (everything && graph.length > 0) throw new StsFailure(70011, { x: raw.join(' ') });
  return { graph: [...new Set(graph)], openId: [...new Set(openId)], everything, raw };
}

/** `https://graph.microsoft.com/Files.Read` → `Files.Read`; short names stay. */
function withoutResource(scope: string, graphOrigin: string): string {
  const match = /^(https?:\/\/[^/]+|api:\/\/[^/]+|[0-9a-f-]{36})\/+(.+)$/i.exec(scope);
  const [, resource, name] = match ?? [];
  if (resource === undefined || name === undefined) return scope;
  // The local Graph's own origin is a spelling too.
  const spellings = ['https://graph.microsoft.com', GRAPH_APP_ID, graphOrigin.toLowerCase()];
  if (!spellings.includes(resource.toLowerCase())) {
    throw new StsFailure(500011, { x: resource, y: 'Contoso' });
  }
  return name;
}

/** The `scope` of a token answer: the client's spelling first, then earlier grants by short name. */
export function echoScopes(requested: RequestedScopes, granted: readonly string[]): string {
  const asked = requested.raw.filter((part) => !/^offline_access$/i.test(part));
  const named = new Set(asked.map((part) => part.slice(part.lastIndexOf('/') + 1).toLowerCase()));
  return [...new Set([...asked, ...granted.filter((name) => !named.has(name.toLowerCase()))])].join(' ');
}
