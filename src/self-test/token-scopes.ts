/**
 * The scopes that an access token carries; undefined where it is not readable. Tokens of personal accounts are closed to
 * everybody but Graph, and nothing but this diagnosis may look into those of others.
 */
export function scopesOfToken(token: string): readonly string[] | undefined {
  const payload = token.split('.')[1];
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    const scp: unknown =
      typeof claims === 'object' && claims !== null ? Reflect.get(claims, 'scp') : undefined;
    return typeof scp === 'string' ? scp.split(' ') : undefined;
  } catch {
    return undefined;
  }
}

/** Asked by every sign-in, and never a permission of Graph's. */
const OPEN_ID = new Set(['openid', 'profile', 'offline_access', 'email', '.default']);

/** Those asked that nothing granted contains. */
export function missingScopes(asked: readonly string[], granted: readonly string[]): readonly string[] {
  return asked.filter((scope) => !OPEN_ID.has(scope) && !granted.some((other) => contains(other, scope)));
}

/** `Files.ReadWrite.All` contains `Files.Read`: the same thing, at least as much, at least as widely. */
function contains(granted: string, asked: string): boolean {
  const [has, wants] = [granted.toLowerCase(), asked.toLowerCase()];
  if (has === wants) return true;
  const [thing, right, reach] = has.split('.');
  const [wantedThing, wantedRight, wantedReach] = wants.split('.');
  const isRead = wantedRight === 'read' || wantedRight === right;
  return (
    thing === wantedThing &&
    isRead &&
    right?.startsWith('read') === true &&
    (reach === 'all' || reach === wantedReach)
  );
}
