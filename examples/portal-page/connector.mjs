import { createHash, randomBytes } from 'node:crypto';

const SCOPES = 'offline_access User.Read Files.Read';

/**
 * The portal's own, server-side connection to Microsoft 365: platform “Web”, with the client secret. It shares the app
 * registration with the control, and nothing else: neither sees the other's tokens.
 */
export function createConnector(settings) {
  const { authority, graph, clientId, clientSecret, base, basePath, connectorPath } = settings;
  const redirectUri = new URL(connectorPath, base).href;
  /** Sign-ins that were begun, by their state: what each answer must bring. */
  const begun = new Map();
  let tokens;
  /** Why the last sign-in or renewal did not work: told by the page, and never by an address. */
  let failure;

  const redeem = async (body) => {
    const response = await fetch(`${authority}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...body }),
    });
    const answer = await response.json();
    // The sentence of the answer tells what is wrong (AADSTS7000215: the secret); tokens are never written down.
    if (!response.ok) throw new Error(String(answer.error_description ?? answer.error).split('\r\n')[0]);
    tokens = {
      access: answer.access_token,
      refresh: answer.refresh_token,
      until: Date.now() + answer.expires_in * 1000,
    };
  };
  const accessToken = async () => {
    if (tokens.until - Date.now() < 60_000)
      await redeem({ grant_type: 'refresh_token', refresh_token: tokens.refresh, scope: SCOPES });
    return tokens.access;
  };

  return {
    state: () => ({ connected: tokens !== undefined, failure }),
    start: (response) => {
      const verifier = randomBytes(32).toString('base64url');
      const state = randomBytes(16).toString('base64url');
      begun.set(state, verifier);
      // One that is never finished is forgotten.
      setTimeout(() => begun.delete(state), 15 * 60_000).unref();
      const query = new URLSearchParams({
        client_id: clientId,
        response_type: 'code',
        redirect_uri: redirectUri,
        scope: SCOPES,
        state,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      });
      // The answer counts only in the browser that has asked.
      response.setHeader('Set-Cookie', `connector-state=${state}; HttpOnly; SameSite=Lax; Path=${basePath}`);
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ go: `${authority}/oauth2/v2.0/authorize?${query}` }));
    },
    finish: async (request, response, answer) => {
      const state = /connector-state=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
      failure = undefined;
      try {
        const verifier = answer.get('state') === state ? begun.get(state) : undefined;
        if (!verifier) throw new Error('This answer belongs to no sign-in that was begun here.');
        begun.delete(state);
        if (answer.has('error')) throw new Error(answer.get('error_description') ?? answer.get('error'));
        await redeem({
          grant_type: 'authorization_code',
          code: answer.get('code') ?? '',
          redirect_uri: redirectUri,
          code_verifier: verifier,
        });
      } catch (error) {
        failure = error.message;
      }
      response.statusCode = 303;
      response.setHeader('Location', `${basePath}connector`);
      response.end();
    },
    /**
     * What a linked file is called now; `undefined` where the connector can't tell. It answers with what the account of
     * the connector may see: a portal asks only for references that the user at the page may see, too.
     */
    nameOf: async ({ driveId, id }) => {
      if (!tokens) return undefined;
      try {
        const item = `drives/${encodeURIComponent(driveId)}/items/${encodeURIComponent(id)}`;
        const response = await fetch(`${graph}/${item}?$select=name`, {
          headers: { Authorization: `Bearer ${await accessToken()}` },
        });
        return response.ok ? (await response.json()).name : undefined;
      } catch (error) {
        failure = error.message;
        return undefined;
      }
    },
  };
}
