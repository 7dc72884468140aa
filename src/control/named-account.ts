import { accountOf, isNameless, type Auth } from '../auth';

/** Who is there; undefined also for somebody without a name: who comes after may be somebody else. */
export function namedAccountId(connection: Auth['connection']): string | undefined {
  const account = accountOf(connection.get());
  return account && !isNameless(account) ? account.id : undefined;
}
