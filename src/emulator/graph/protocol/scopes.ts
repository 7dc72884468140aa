import type { Caller } from '../../caller';
import { accessDenied, GraphError } from './graph-error';

const WRITE = ['Files.ReadWrite', 'Files.ReadWrite.All', 'Sites.ReadWrite.All'];
const READ = ['Files.Read', 'Files.Read.All', 'Sites.Read.All', ...WRITE];
const PROFILE = ['User.Read', 'User.ReadWrite', 'User.Read.All', 'User.ReadWrite.All'];

/** Throws 403 unless one of the token's scopes is strong enough (protocol 10). */
export function requireFiles(caller: Caller, act: 'read' | 'write'): void {
  if (!(act === 'read' ? READ : WRITE).some((scope) => caller.scopes.has(scope))) throw accessDenied();
}

export function requireProfile(caller: Caller): void {
  if (PROFILE.some((scope) => caller.scopes.has(scope))) return;
  throw new GraphError(
    403,
    'Authorization_RequestDenied',
    'Insufficient privileges to complete the operation.',
  );
}
