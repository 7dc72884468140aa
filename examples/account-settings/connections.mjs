import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { MicrosoftError } from './microsoft.mjs';

/** A token with less left is renewed beforehand. */
const MARGIN = 5 * 60_000;

/**
 * The connections of the portal's users. Here they live as long as the process; a portal keeps `connections` in its
 * database, and the key in its vault. Refresh tokens are never kept in the clear.
 */
export function createConnections(microsoft, key = randomBytes(32)) {
  const connections = new Map();
  const running = new Map();

  const keep = (user, tokens, before = {}) => {
    connections.set(user, {
      ...before,
      person: tokens.person ?? before.person,
      scopes: tokens.scopes,
      since: before.since ?? Date.now(),
      renewed: Date.now(),
      accessToken: seal(tokens.accessToken),
      expiresOn: tokens.expiresOn,
      // Each answer may bring a new one; the one before must not be used again.
      refreshToken: tokens.refreshToken ? seal(tokens.refreshToken) : before.refreshToken,
      failure: undefined,
      claims: undefined,
    });
  };

  const renew = async (user, claims) => {
    const before = connections.get(user);
    try {
      const tokens = await microsoft.refresh(open(before.refreshToken), { claims });
      // Whoever disconnected meanwhile stays disconnected.
      if (connections.get(user) === before) keep(user, tokens, before);
    } catch (error) {
      if (connections.get(user) === before) {
        const ended = error.needsUser ? { accessToken: undefined, claims } : {};
        connections.set(user, {
          ...before,
          ...ended,
          failure: { message: error.message, needsUser: error.needsUser },
        });
      }
      throw error;
    }
  };

  /** One renewal at a time for each user: two at once would spend the same refresh token twice. */
  const renewOnce = (user, claims) => {
    const now = running.get(user) ?? renew(user, claims).finally(() => running.delete(user));
    running.set(user, now);
    return now;
  };

  return {
    connect: (user, tokens) => keep(user, tokens),
    disconnect: (user) => connections.delete(user),
    claimsOf: (user) => connections.get(user)?.claims,
    /** A token for the browser: short-lived, and never the refresh token. */
    async token(user, { claims, forceRefresh } = {}) {
      const known = connections.get(user);
      if (!known) throw new MicrosoftError('Not connected.', { needsUser: true });
      const isFresh = known.accessToken && known.expiresOn - Date.now() > MARGIN;
      if (!isFresh || forceRefresh || claims) await renewOnce(user, claims);
      const { accessToken, expiresOn } = connections.get(user) ?? {};
      if (!accessToken) throw new MicrosoftError('Not connected.', { needsUser: true });
      return { token: open(accessToken), expiresOn };
    },
    /** What may be seen: by the user, and in the list of the administrator. */
    describe(user) {
      const known = connections.get(user);
      if (!known) return { connected: false };
      const { person, scopes, since, renewed, expiresOn, failure } = known;
      return {
        connected: !failure?.needsUser,
        person,
        scopes,
        since,
        renewed,
        expiresOn,
        failure: failure?.message,
      };
    },
    users: () => [...connections.keys()],
  };

  function seal(text) {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return { nonce, sealed, tag: cipher.getAuthTag() };
  }

  function open({ nonce, sealed, tag }) {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  }
}
