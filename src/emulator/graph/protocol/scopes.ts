import type { Caller } from '../../caller';
import { GraphError } from './graph-error';

/** What a call asks of its token, and of the user's standing with the item. */
export interface Need {
  /** One of these scopes suffices (protocol 10); where there are none, any token does. */
  readonly scopes: readonly string[];
  readonly right: 'read' | 'write';
  /** Where one may only read, a place for something new is not found, in place of a refusal (protocol 4.1). */
  readonly hidesNew?: true;
  /** The code of the refusal: the directory's calls spell it differently from the drive's. */
  readonly refusal: 'accessDenied' | 'Authorization_RequestDenied';
}

const WRITE_ALL = ['Files.ReadWrite.All', 'Sites.ReadWrite.All'];
const READ_ALL = ['Files.Read.All', 'Sites.Read.All', ...WRITE_ALL];
const WRITE = ['Files.ReadWrite', ...WRITE_ALL];
const READ = ['Files.Read', 'Files.ReadWrite', ...READ_ALL];

export const ANY_TOKEN: Need = { scopes: [], right: 'read', refusal: 'accessDenied' };
export const READ_FILES: Need = { scopes: READ, right: 'read', refusal: 'accessDenied' };
export const WRITE_FILES: Need = { scopes: WRITE, right: 'write', refusal: 'accessDenied' };
export const READ_ALL_FILES: Need = { scopes: READ_ALL, right: 'read', refusal: 'accessDenied' };
/** A copy leaves what is copied as it is. */
export const COPY_FILES: Need = { ...WRITE_FILES, right: 'read' };
export const WRITE_ALL_FILES: Need = { scopes: WRITE_ALL, right: 'write', refusal: 'accessDenied' };
export const READ_SITES: Need = {
  scopes: ['Sites.Read.All', 'Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'],
  right: 'read',
  refusal: 'accessDenied',
};
export const READ_GROUPS: Need = {
  scopes: ['GroupMember.Read.All', 'Group.Read.All', 'Group.ReadWrite.All', 'Directory.Read.All'],
  right: 'read',
  refusal: 'Authorization_RequestDenied',
};
export const READ_TEAMS: Need = { ...READ_GROUPS, scopes: ['Team.ReadBasic.All', ...READ_GROUPS.scopes] };
export const READ_CHANNELS: Need = {
  ...READ_GROUPS,
  scopes: ['Channel.ReadBasic.All', 'Group.Read.All', 'Group.ReadWrite.All'],
};
export const READ_PROFILE: Need = {
  scopes: ['User.Read', 'User.ReadWrite', 'User.Read.All', 'User.ReadWrite.All'],
  right: 'read',
  refusal: 'Authorization_RequestDenied',
};

/** Good for the signed-in user's own files, not for all that the user has access to. */
const OWN_FILES: ReadonlySet<string> = new Set(['Files.Read', 'Files.ReadWrite']);

/** What the same asks of a token in the drives of others. */
export function elsewhere(need: Need): Need {
  return { ...need, scopes: need.scopes.filter((scope) => !OWN_FILES.has(scope)) };
}

/** Whether the token is good for the application's own folder (protocol 2.3), whatever else it may do. */
export function maySpeakForAppFolder(caller: Caller): boolean {
  return caller.scopes.has('Files.ReadWrite.AppFolder');
}

export function hasScope(caller: Caller, { scopes }: Need): boolean {
  return scopes.length === 0 || scopes.some((scope) => caller.scopes.has(scope));
}

/** The same for an item, which may be one of those in the application's own folder. */
export function requireScopeForItem(caller: Caller, need: Need): void {
  const ownFolderSuffices = need.scopes.includes('Files.ReadWrite') && maySpeakForAppFolder(caller);
  if (!ownFolderSuffices) requireScope(caller, need);
}

/** @throws GraphError 403 unless one of the token's scopes is strong enough. */
export function requireScope(caller: Caller, need: Need): void {
  if (hasScope(caller, need)) return;
  const { refusal } = need;
  throw new GraphError(
    403,
    refusal,
    refusal === 'accessDenied' ? 'Access denied' : 'Insufficient privileges to complete the operation.',
  );
}
