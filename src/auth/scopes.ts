import type { Access } from './access-token-provider';
import { isDefault, readScopes } from './read-scopes';

/** What is asked for in the user's own drive: at sign-in, and at the first write. */
export type Scopes = Readonly<Record<'read' | 'write', readonly string[]>>;

/** The first two steps of the ladder: read at sign-in, write only when something is to be written. */
const LADDER: Scopes = { read: ['User.Read', 'Files.Read'], write: ['Files.ReadWrite'] };

/** The steps above, each asked for at the moment somebody goes there (docs/decisions/0028). */
const REACH: Readonly<Record<Exclude<Access, keyof Scopes>, readonly string[]>> = {
  'read-all': ['Files.Read.All'],
  'write-all': ['Files.ReadWrite.All'],
  // With what opens their files: nobody looks at the name of a site alone.
  sites: ['Files.Read.All', 'Sites.Read.All'],
  teams: ['Files.Read.All', 'Team.ReadBasic.All', 'Channel.ReadBasic.All'],
};

/** What allows the same and more. */
const STRONGER: Readonly<Record<string, readonly string[]>> = {
  'Files.Read.All': ['Files.ReadWrite.All', 'Sites.Read.All', 'Sites.ReadWrite.All'],
  'Files.ReadWrite.All': ['Sites.ReadWrite.All'],
  'Sites.Read.All': ['Sites.ReadWrite.All'],
};

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

/** The least that a call takes. What was named instead of the control's own, and allows as much, is asked for again. */
export function scopesFor({ read, write }: Scopes, access: Access): readonly string[] {
  if (access === 'read') return read;
  if (access === 'write') return write;
  const named = [...read, ...write];
  const whole = named.find(isDefault);
  if (whole !== undefined) return [whole];
  const enough = (scope: string) =>
    named.find((each) => each === scope || STRONGER[scope]?.includes(each)) ?? scope;
  return [...new Set(REACH[access].map(enough))];
}
