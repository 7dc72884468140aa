import { randomBytes } from 'node:crypto';

/** Who is signed in at the portal, and what belongs to their browser alone. Here until the process ends. */
export function createSessions({ isSecure }) {
  const sessions = new Map();
  // The prefix lets no other host of the domain set it; browsers take it with Secure only.
  const name = isSecure ? '__Host-portal' : 'portal';
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', ...(isSecure ? ['Secure'] : [])].join('; ');
  return {
    of(request) {
      const id = new RegExp(`(?:^|;\\s*)${name}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1];
      return id === undefined ? undefined : sessions.get(id);
    },
    /** Another id for each sign-in: one that was planted beforehand is worth nothing. */
    begin(response, user) {
      const id = randomBytes(32).toString('base64url');
      sessions.set(id, { id, user });
      response.setHeader('Set-Cookie', `${name}=${id}; ${attributes}`);
    },
    end(response, session) {
      if (session) sessions.delete(session.id);
      response.setHeader('Set-Cookie', `${name}=; Max-Age=0; ${attributes}`);
    },
  };
}
