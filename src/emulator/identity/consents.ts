/** Which Graph scopes a user has granted to an application. */
export interface Consents {
  granted(oid: string, clientId: string): readonly string[];
  missing(oid: string, clientId: string, scopes: readonly string[]): readonly string[];
  grant(oid: string, clientId: string, scopes: readonly string[]): void;
  clear(): void;
  snapshot(): readonly { readonly oid: string; readonly clientId: string; readonly scopes: string[] }[];
}

export function createConsents(): Consents {
  const grants = new Map<string, Set<string>>();
  const key = (oid: string, clientId: string): string => `${oid} ${clientId}`;
  const granted = (oid: string, clientId: string): string[] => [...(grants.get(key(oid, clientId)) ?? [])];
  return {
    granted,
    missing: (oid, clientId, scopes) => {
      const have = new Set(granted(oid, clientId));
      return scopes.filter((scope) => !have.has(scope));
    },
    grant: (oid, clientId, scopes) => {
      grants.set(key(oid, clientId), new Set([...granted(oid, clientId), ...scopes]));
    },
    clear: () => grants.clear(),
    snapshot: () =>
      [...grants].map(([pair, scopes]) => {
        const [oid = '', clientId = ''] = pair.split(' ');
        return { oid, clientId, scopes: [...scopes] };
      }),
  };
}
