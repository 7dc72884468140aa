import type { Access } from './access-token-provider';

export type Scopes = Readonly<Record<Access, readonly string[]>>;

/** The first two steps of the ladder: read at sign-in, write only when something is to be written. */
const LADDER: Scopes = { read: ['User.Read', 'Files.Read'], write: ['Files.ReadWrite'] };

const GRAPH_PREFIX =
  /^https:\/\/(?:dod-)?(?:graph\.microsoft\.(?:com|us)|microsoftgraph\.chinacloudapi\.cn)\//i;

const WRITES_FILES = /^(Files|Sites)\.(\w+\.)*(ReadWrite|Manage|FullControl)\b/i;

/**
 * The scopes to ask for. Those the integrator names are used for both; full URLs are written short, because MSAL
 * compares scopes by their letters.
 */
export function resolveScopes(named: readonly string[] = []): Scopes {
  const short = named.map((scope) => scope.replace(GRAPH_PREFIX, '')).filter((scope) => scope !== '');
  if (short.length === 0) return LADDER;
  const writing = short.filter((scope) => WRITES_FILES.test(scope));
  return { read: short, write: writing.length > 0 ? writing : LADDER.write };
}
