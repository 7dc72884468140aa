import { createHash, randomBytes } from 'node:crypto';

/** What Microsoft refused, in words for the user and for the operator. Never an answer as it came: it may hold a token. */
export class MicrosoftError extends Error {
  constructor(message, { code = '', needsUser = false } = {}) {
    super(message);
    this.code = code;
    this.needsUser = needsUser;
  }
}

const OPERATOR = {
  AADSTS7000215:
    'The client secret is wrong: MICROSOFT_CLIENT_SECRET must be its value, not its id. Make a new one under Certificates & secrets.',
  AADSTS7000222: 'The client secret has expired. Make a new one under Certificates & secrets, and restart.',
  AADSTS7000218: 'Microsoft wants a client secret: MICROSOFT_CLIENT_SECRET did not arrive.',
  AADSTS700016:
    'Microsoft does not know this app. Compare MICROSOFT_CLIENT_ID with the registration, and the tenant.',
  AADSTS50011: 'The redirect address of this portal is not registered under the platform Web.',
  AADSTS9002326: 'The redirect address is registered as a single-page application. Register it under Web.',
  AADSTS65001: 'A permission is missing. Add it to the registration, then disconnect and connect again.',
};

/** The authorization code flow of a confidential client: code, PKCE and secret, all on this server. */
export function createMicrosoft({ authority, clientId, secret, scopes, callback }) {
  const scope = ['openid', 'profile', 'offline_access', ...scopes].join(' ');
  return {
    /** A new attempt: where the browser goes, and what has to be remembered of it. */
    begin({ claims, loginHint } = {}) {
      const attempt = { state: random(), verifier: random() };
      const address = new URL(`${authority}/oauth2/v2.0/authorize`);
      const parameters = {
        client_id: clientId,
        response_type: 'code',
        response_mode: 'query',
        redirect_uri: callback,
        scope,
        state: attempt.state,
        code_challenge: createHash('sha256').update(attempt.verifier).digest('base64url'),
        code_challenge_method: 'S256',
        ...(claims && { claims }),
        ...(loginHint ? { login_hint: loginHint } : { prompt: 'select_account' }),
      };
      for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
      return { address: address.href, attempt };
    },
    redeem: (code, verifier) =>
      askForTokens({
        grant_type: 'authorization_code',
        code,
        code_verifier: verifier,
        redirect_uri: callback,
        scope,
      }),
    refresh: (refreshToken, { claims } = {}) =>
      askForTokens({
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        scope,
        ...(claims && { claims }),
      }),
  };

  async function askForTokens(parameters) {
    const body = new URLSearchParams({ client_id: clientId, client_secret: secret, ...parameters });
    let response;
    try {
      response = await fetch(`${authority}/oauth2/v2.0/token`, { method: 'POST', body });
    } catch {
      throw new MicrosoftError('Microsoft can’t be reached from this server.');
    }
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw refusal(answer);
    return {
      accessToken: answer.access_token,
      refreshToken: answer.refresh_token,
      expiresOn: Date.now() + answer.expires_in * 1000,
      scopes: String(answer.scope ?? '').split(' '),
      // It came straight from Microsoft over TLS: its signature proves nothing more here.
      person: answer.id_token ? readClaims(answer.id_token) : undefined,
    };
  }
}

/** What the callback was given instead of a code. */
export function refusal({ error = '', error_description: description = '' }) {
  const code = /AADSTS\d+/.exec(description)?.[0] ?? error;
  if (OPERATOR[code]) return new MicrosoftError(OPERATOR[code], { code });
  if (error === 'access_denied')
    return new MicrosoftError('You did not allow it. Nothing was connected.', { code });
  if (error === 'invalid_grant' || error === 'interaction_required') {
    return new MicrosoftError('Microsoft wants you to sign in again.', { code, needsUser: true });
  }
  return new MicrosoftError(`Microsoft refused: ${code}`, { code });
}

function readClaims(idToken) {
  const {
    name,
    preferred_username: username,
    tid,
  } = JSON.parse(Buffer.from(idToken.split('.')[1], 'base64url'));
  return { name, username, tenant: tid };
}

function random() {
  return randomBytes(32).toString('base64url');
}
