import { createHash, randomBytes } from 'node:crypto';

const SCOPES = 'offline_access User.Read Files.Read';

/**
 * The portal's own, server-side connection to Microsoft 365: platform “Web”, with the client secret. It shares the app
 * registration with the control, and nothing else: neither sees the other's tokens.
 */
export function createConnector(settings) {
  const { authority, graph, clientId, clientSecret, base, basePath, connectorPath } = settings;
  const redirectUri = new URL(connectorPath, base).href;
  /** One sign-in at a time: what its answer must bring. */
  let pending;
  let tokens;

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
    isConnected: () => tokens !== undefined,
    start: (response) => {
      const verifier = randomBytes(32).toString('base64url');
      pending = { state: randomBytes(16).toString('base64url'), verifier };
      const query = new URLSearchParams({
        client_id: clientId,
        response_type: 'code',
        redirect_uri: redirectUri,
        scope: SCOPES,
        state: pending.state,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      });
      // The answer counts only in the browser that has asked.
      response.setHeader(
        'Set-Cookie',
        `connector-state=${pending.state}; HttpOnly; SameSite=Lax; Path=${basePath}`,
      );
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ go: `${authority}/oauth2/v2.0/authorize?${query}` }));
    },
    finish: async (request, response, answer) => {
      const expected = pending;
      pending = undefined;
      let outcome = 'connected';
      try {
        if (answer.has('error')) throw new Error(answer.get('error_description') ?? answer.get('error'));
        const state = /connector-state=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
        if (!expected || answer.get('state') !== expected.state || state !== expected.state)
          throw new Error('This answer belongs to no sign-in of the portal.');
        await redeem({
          grant_type: 'authorization_code',
          code: answer.get('code') ?? '',
          redirect_uri: redirectUri,
          code_verifier: expected.verifier,
        });
      } catch (error) {
        outcome = error.message;
      }
      response.statusCode = 303;
      response.setHeader('Location', `${basePath}connector?${new URLSearchParams({ outcome })}`);
      response.end();
    },
    /** What a linked file is called now; `undefined` where the connector can't tell. */
    nameOf: async ({ driveId, id }) => {
      if (!tokens) return undefined;
      const response = await fetch(`${graph}/drives/${driveId}/items/${id}?$select=name`, {
        headers: { Authorization: `Bearer ${await accessToken()}` },
      });
      return response.ok ? (await response.json()).name : undefined;
    },
  };
}
