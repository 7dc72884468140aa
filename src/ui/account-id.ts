import type { Connection } from '../auth';

/** Of whoever is signed in. */
export function accountIdOf(connection: Connection): string {
  return ('account' in connection && connection.account?.id) || '';
}
