import type { Access } from './access-token-provider';
import { isDefault, readScopes } from './read-scopes';

export type Scopes = Readonly<Record<Access, readonly string[]>>;

/** The first two steps of the ladder: read at sign-in, write only when something is to be written. */
const LADDER: Scopes = { read: ['User.Read', 'Files.Read'], write: ['Files.ReadWrite'] };

const WRITES_FILES = /^(Files|Sites)\.(\w+\.)*(ReadWrite|Manage|FullControl)\b/;
const READS_FILES = /^(Files|Sites)\./;

/**
 * The scopes to ask for. Where scopes for reading are named beside those for writing, the latter wait for the first
 * write, as on the control's own ladder; named alone they are asked for at once.
 *
 * @throws OneDriveError `configuration-invalid`
 */
export function resolveScopes(named: readonly string[] = []): Scopes {
  const scopes = readScopes(named);
  if (scopes.length === 0) return LADDER;
  const writing = scopes.filter((scope) => WRITES_FILES.test(scope));
  if (writing.length === 0) return { read: scopes, write: scopes.some(isDefault) ? scopes : LADDER.write };
  const others = scopes.filter((scope) => !writing.includes(scope));
  return { read: others.some((scope) => READS_FILES.test(scope)) ? others : scopes, write: writing };
}
