import type { Application } from './applications';
import type { DirectoryUser } from './demo-directory';

/** Which Graph scopes users, and administrators for their whole tenant, have granted to applications. */
export interface Consents {
  granted(user: DirectoryUser, clientId: string): readonly string[];
  missing(user: DirectoryUser, clientId: string, scopes: readonly string[]): readonly string[];
  grant(user: DirectoryUser, clientId: string, scopes: readonly string[]): void;
  /** Admin consent: for every user of the tenant. */
  grantForTenant(tenantId: string, clientId: string, scopes: readonly string[]): void;
  clear(): void;
  snapshot(): ConsentsSnapshot;
}

interface ConsentsSnapshot {
  readonly consents: readonly {
    readonly oid: string;
    readonly clientId: string;
    readonly scopes: string[];
  }[];
  readonly adminConsents: readonly {
    readonly tenantId: string;
    readonly clientId: string;
    readonly scopes: string[];
  }[];
}

export function createConsents(): Consents {
  const byUser = createScopeSets();
  const byTenant = createScopeSets();
  const granted = (user: DirectoryUser, clientId: string): string[] => [
    ...new Set([...byUser.read(user.oid, clientId), ...byTenant.read(user.tenantId, clientId)]),
  ];
  return {
    granted,
    missing: (user, clientId, scopes) => {
      const have = new Set(granted(user, clientId));
      return scopes.filter((scope) => !have.has(scope));
    },
    grant: (user, clientId, scopes) => byUser.add(user.oid, clientId, scopes),
    grantForTenant: (tenantId, clientId, scopes) => byTenant.add(tenantId, clientId, scopes),
    clear: () => {
      byUser.clear();
      byTenant.clear();
    },
    snapshot: () => ({
      consents: byUser.entries().map(([oid, clientId, scopes]) => ({ oid, clientId, scopes })),
      adminConsents: byTenant
        .entries()
        .map(([tenantId, clientId, scopes]) => ({ tenantId, clientId, scopes })),
    }),
  };
}

/** What one request asks of a user: named scopes, or what `.default` stands for. */
export function scopesToGrant(
  scopes: { readonly graph: readonly string[]; readonly everything: boolean },
  application: Application,
  user: DirectoryUser,
  consents: Consents,
): readonly string[] {
  if (!scopes.everything) return scopes.graph;
  // `.default` asks for the registered permissions only while nothing at all was granted.
  return consents.granted(user, application.clientId).length > 0 ? [] : application.permissions;
}

interface ScopeSets {
  read(owner: string, clientId: string): readonly string[];
  add(owner: string, clientId: string, scopes: readonly string[]): void;
  entries(): [owner: string, clientId: string, scopes: string[]][];
  clear(): void;
}

function createScopeSets(): ScopeSets {
  const sets = new Map<string, Set<string>>();
  const key = (owner: string, clientId: string): string => `${owner} ${clientId}`;
  return {
    read: (owner, clientId) => [...(sets.get(key(owner, clientId)) ?? [])],
    add: (owner, clientId, scopes) => {
      sets.set(key(owner, clientId), new Set([...(sets.get(key(owner, clientId)) ?? []), ...scopes]));
    },
    entries: () =>
      [...sets].map(([pair, scopes]) => {
        const [owner = '', clientId = ''] = pair.split(' ');
        return [owner, clientId, [...scopes]];
      }),
    clear: () => sets.clear(),
  };
}
