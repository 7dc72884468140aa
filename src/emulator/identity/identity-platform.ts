import { Hono } from 'hono';
import type { Caller } from '../caller';
import { authorizeEndpoint } from './authorize-endpoint';
import type { AppRegistration } from './applications';
import { DEMO_CLIENT_ID, findUserByAddress } from './demo-directory';
import { discoveryEndpoint, instanceEndpoint, keysEndpoint } from './discovery-endpoint';
import { errorEndpoint } from './error-endpoint';
import { createIdentityState } from './identity-state';
import type { IdentityState } from './identity-state';
import { logoutEndpoint } from './logout-endpoint';
import { STYLESHEET_PATH } from './pages/layout';
import { failurePage } from './pages/message-page';
import { stylesheet } from './pages/stylesheet';
import { readScopes } from './requested-scopes';
import { signInEndpoint } from './sign-in-endpoint';
import { StsFailure } from './sts-failure';
import { preflight } from './token-cors';
import { tokenEndpoint } from './token-endpoint';
import { ACCESS_TOKEN_SECONDS, signAccessToken } from './tokens';
import { verifyAccessToken } from './verify-access-token';

/** A token for a command-line client, as `GET /_emulator/token` hands it out. */
interface DirectToken {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly scope: string;
}

/** The identity platform: everything below `/{tenant}/`. */
export interface IdentityPlatform {
  /** Answers a request of the login origin, or `undefined` when the path is not of this platform. */
  handle(request: Request): Promise<Response | undefined>;
  /** @throws AccessTokenRefused */
  verifyAccessToken(token: string): Promise<Caller>;
  registerApp(registration: AppRegistration): void;
  /** `undefined` for an address that is not in the directory. @throws StsFailure bad scope. */
  directToken(address: string, scope: string): Promise<DirectToken | undefined>;
  state(): unknown;
  /** Forgets sessions, consents and grants; registered applications stay. */
  reset(): void;
}

export async function createIdentityPlatform(ports: {
  readonly loginOrigin: string;
  readonly now: () => number;
}): Promise<IdentityPlatform> {
  const state = await createIdentityState(ports);
  const router = createRouter(state);
  return {
    handle: async (request) => {
      const response = await router.fetch(request);
      return response.headers.has(NOT_OURS) ? undefined : response;
    },
    verifyAccessToken: (token) =>
      verifyAccessToken(token, {
        loginOrigin: state.loginOrigin,
        key: state.key,
        now: state.now,
        isRevoked: (id) => state.grants.isRevoked(id),
      }),
    registerApp: (registration) => {
      state.applications.register(registration);
    },
    directToken: (address, scope) => directToken(address, scope, state),
    state: () => ({ sessions: state.sessions.count(), consents: state.consents.snapshot() }),
    reset: () => {
      state.sessions.clear();
      state.consents.clear();
      state.grants.clear();
      state.flows.clear();
    },
  };
}

/** Marks the router's own “no such path”, which the core answers. Never leaves the emulator. */
const NOT_OURS = 'x-emulator-no-route';

function createRouter(state: IdentityState): Hono {
  const router = new Hono();
  router.get(STYLESHEET_PATH, () => {
    const headers = { 'content-type': 'text/css; charset=utf-8', 'x-content-type-options': 'nosniff' };
    return new Response(stylesheet, { headers });
  });
  router.get('/error', (context) => errorEndpoint(context.req.raw));
  router.get('/common/discovery/instance', () => instanceEndpoint(state));
  router.get('/:tenant/v2.0/.well-known/openid-configuration', (context) =>
    discoveryEndpoint(context.req.param('tenant'), state),
  );
  router.get('/:tenant/discovery/v2.0/keys', () => keysEndpoint(state));
  router.options('/:tenant/*', (context) => preflight(context.req.raw));
  router.on(['GET', 'POST'], '/:tenant/oauth2/v2.0/authorize', (context) =>
    authorizeEndpoint(context.req.raw, context.req.param('tenant'), state),
  );
  router.all('/:tenant/oauth2/v2.0/token', (context) =>
    tokenEndpoint(context.req.raw, context.req.param('tenant'), state),
  );
  router.on(['GET', 'POST'], '/:tenant/oauth2/v2.0/logout', (context) =>
    logoutEndpoint(context.req.raw, state),
  );
  router.on(['GET', 'POST'], '/:tenant/signin', (context) => signInEndpoint(context.req.raw, state));
  router.notFound(() => new Response(null, { status: 404, headers: { [NOT_OURS]: '1' } }));
  router.onError((error) => {
    if (error instanceof StsFailure) return failurePage(error);
    throw error;
  });
  return router;
}

async function directToken(
  address: string,
  scope: string,
  state: IdentityState,
): Promise<DirectToken | undefined> {
  const user = findUserByAddress(address);
  const application = state.applications.find(DEMO_CLIENT_ID);
  if (user === undefined || application === undefined) return undefined;
  const { graph } = readScopes(scope, state.loginOrigin, application.name);
  const sid = crypto.randomUUID();
  const { token } = await signAccessToken(
    { user, application, scopes: graph, sid, continuousAccess: false },
    state,
  );
  return {
    access_token: token,
    token_type: 'Bearer',
    expires_in: ACCESS_TOKEN_SECONDS,
    scope: graph.join(' '),
  };
}
