import { accountOf, type Auth, type Connection } from '../../auth';
import type { Report } from '../../lib';

/** Tells who comes and goes, and each new token, from the state of the connection. */
export function followConnection({ connection }: Pick<Auth, 'connection'>, report: Report): () => void {
  let before: Connection = { state: 'starting' };
  const follow = () => {
    const now = connection.get();
    if (now.state === 'connecting') return;
    for (const name of changesOf(before, now)) report({ name });
    before = now;
  };
  follow();
  return connection.subscribe(follow);
}

function changesOf(before: Connection, now: Connection) {
  const was = accountOf(before)?.id;
  const is = accountOf(now)?.id;
  if (was !== is) return [...(was ? ['disconnected' as const] : []), ...(is ? ['connected' as const] : [])];
  const isNewer =
    before.state === 'connected' &&
    now.state === 'connected' &&
    before.expiresOn !== undefined &&
    before.expiresOn !== now.expiresOn;
  return isNewer ? ['token-renewed' as const] : [];
}
