import { Hono } from 'hono';
import type { Caller } from '../caller';
import type { AccountChange } from './accounts';
import { adminConsentEndpoint } from './admin-consent-endpoint';
import type { AppRegistration } from './applications';
import { authorizeEndpoint } from './authorize-endpoint';
import { DEMO_CLIENT_ID, findUserByAddress } from './demo-directory';
import { DEVICE_PAGE_PATH, deviceCodeEndpoint, devicePageEndpoint } from './device-endpoint';
import { directToken } from './direct-token';
import type { DirectToken } from './direct-token';
import { discoveryEndpoint, instanceEndpoint, keysEndpoint } from './discovery-endpoint';
import { errorEndpoint } from './error-endpoint';
import { createIdentityState, errorContext, resetIdentityState } from './identity-state';
import type { IdentityPorts, IdentityState } from './identity-state';
import { logoutEndpoint } from './logout-endpoint';
import { failurePage, messagePage } from './pages/message-page';
import type { Refusal } from './refusals';
import { signInEndpoint } from './sign-in-endpoint';
import type { OpenerPolicy } from './opener-policy';
import { StsFailure } from './sts-failure';
import { preflight } from './token-cors';
import { tokenEndpoint } from './token-endpoint';
import { userinfoEndpoint } from './userinfo-endpoint';
import { verifyAccessToken } from './verify-access-token';

/** The identity platform: everything below `/{tenant}/`. */
export interface IdentityPlatform {
  /** Answers a request of the login origin, or `undefined` when the path is not of this platform. */
  handle(request: Request): Promise<Response | undefined>;
  /** @throws AccessTokenRefused */
  verifyAccessToken(token: string): Promise<Caller>;
  registerApp(registration: AppRegistration): void;
  /** Scripts refusals whose causes there are not here. */
  refuse(refusal: Refusal): void;
  clearRefusals(): void;
  /** `undefined` for an address that is not in the directory. */
  changeAccount(change: AccountChange): AccountChange | undefined;
  /** Whether pages of signing in part their window from its opener; `reset` makes it `asked`. */
  setOpenerPolicy(policy: OpenerPolicy): void;
  /** `undefined` for an address that is not in the directory. @throws StsFailure bad scope or client. */
  directToken(address: string, scope: string, clientId?: string): Promise<DirectToken | undefined>;
  state(): unknown;
  /** Forgets sessions, consents and grants; registered applications stay. */
  reset(): void;
}

export async function createIdentityPlatform(ports: IdentityPorts): Promise<IdentityPlatform> {
  const state = await createIdentityState(ports);
  const router = createRouter(state);
  return {
    handle: async (request) => {
      const response = await router.fetch(request);
      return response.headers.has(NOT_OURS) ? undefined : response;
    },
    verifyAccessToken: (token) => verifyAccessToken(token, state),
    registerApp: (registration) => {
      state.applications.register(registration);
    },
    refuse: (refusal) => state.refusals.add(refusal),
    clearRefusals: () => state.refusals.clear(),
    changeAccount: (change) => changeAccount(change, state),
    setOpenerPolicy: (policy) => state.opener.set(policy),
    directToken: (address, scope, clientId = DEMO_CLIENT_ID) => directToken(address, scope, clientId, state),
    state: () => ({ sessions: state.sessions.count(), ...state.consents.snapshot() }),
    reset: () => resetIdentityState(state),
  };
}

function changeAccount(change: AccountChange, state: IdentityState): AccountChange | undefined {
  const user = findUserByAddress(change.user);
  if (user === undefined) return undefined;
  state.accounts.change(user, change);
  if (change.revokeSignIns === true) {
    state.sessions.forget(user);
    state.grants.revokeAccount(user);
  }
  return change;
}

/** Marks the router's own “no such path”, which the core answers. Never leaves the emulator. */
const NOT_OURS = 'x-emulator-no-route';

function createRouter(state: IdentityState): Hono {
  const router = new Hono();
  router.get('/error', (context) => errorEndpoint(context.req.raw));
  addPublicFacts(router, state);
  addProtocol(router, state);
  addPages(router, state);
  router.notFound(() => new Response(null, { status: 404, headers: { [NOT_OURS]: '1' } }));
  router.onError((error) => {
    if (error instanceof StsFailure) return failurePage(error, errorContext(state, undefined));
    throw error;
  });
  return router;
}

/** What clients read before they begin. */
function addPublicFacts(router: Hono, state: IdentityState): void {
  router.get('/common/discovery/instance', (context) => instanceEndpoint(context.req.raw, state));
  router.get('/:tenant/v2.0/.well-known/openid-configuration', (context) =>
    discoveryEndpoint(context.req.param('tenant'), state),
  );
  router.get('/:tenant/discovery/v2.0/keys', () => keysEndpoint(state));
}

/** What clients call. */
function addProtocol(router: Hono, state: IdentityState): void {
  router.on(['GET', 'POST'], '/oidc/userinfo', (context) => userinfoEndpoint(context.req.raw, state));
  router.options('/:tenant/*', (context) => preflight(context.req.raw));
  router.all('/:tenant/oauth2/v2.0/token', (context) =>
    tokenEndpoint(context.req.raw, context.req.param('tenant'), state),
  );
  router.all('/:tenant/oauth2/v2.0/devicecode', (context) =>
    deviceCodeEndpoint(context.req.raw, context.req.param('tenant'), state),
  );
}

/** Where browsers are sent to. */
function addPages(router: Hono, state: IdentityState): void {
  router.on(['GET', 'POST'], '/:tenant/oauth2/v2.0/authorize', (context) =>
    authorizeEndpoint(context.req.raw, context.req.param('tenant'), state),
  );
  router.get('/:tenant/v2.0/adminconsent', (context) =>
    adminConsentEndpoint(context.req.raw, context.req.param('tenant'), 'v2.0', state),
  );
  router.get('/:tenant/adminconsent', (context) =>
    adminConsentEndpoint(context.req.raw, context.req.param('tenant'), 'v1', state),
  );
  router.on(['GET', 'POST'], '/:tenant/signin', (context) => signInEndpoint(context.req.raw, state));
  router.on(['GET', 'POST'], '/:tenant/oauth2/v2.0/logout', (context) =>
    logoutEndpoint(context.req.raw, state),
  );
  router.on(['GET', 'POST'], DEVICE_PAGE_PATH, (context) => devicePageEndpoint(context.req.raw, state));
  // Programs without a page of their own read the code from this page's address.
  router.get('/common/oauth2/nativeclient', () =>
    messagePage('You have signed in', 'Copy the address of this page into the program that asked for it.'),
  );
}
