import { createAccounts } from './accounts';
import type { Accounts } from './accounts';
import { createApplications } from './applications';
import type { Applications } from './applications';
import { createAuthorizationCodes } from './authorization-codes';
import type { AuthorizationCodes } from './authorization-codes';
import { createBrowserSessions } from './browser-sessions';
import type { Browsers, BrowserSessions } from './browser-sessions';
import { createConsents } from './consents';
import type { Consents } from './consents';
import { createDevices } from './devices';
import type { Devices } from './devices';
import { createGrants } from './grants';
import type { Grants } from './grants';
import { createOpenerRule } from './opener-policy';
import type { OpenerRule } from './opener-policy';
import { createProvedTokens } from './proved-tokens';
import type { ProvedTokens } from './proved-tokens';
import { createRefusals } from './refusals';
import type { Refusals } from './refusals';
import { createRefreshTokens } from './refresh-tokens';
import type { RefreshTokens } from './refresh-tokens';
import { createSignInFlows } from './sign-in-flows';
import type { SignInFlows } from './sign-in-flows';
import { createSigningKey } from './signing-key';
import type { SigningKey } from './signing-key';
import type { StsErrorContext } from './sts-failure';

export interface IdentityPorts {
  readonly loginOrigin: string;
  /** Where Microsoft Graph answers: the same origin unless fixed host names are used. */
  readonly graphOrigin: string;
  readonly browsers: Browsers;
  /** The session's cookie is `SameSite=None; Secure` without TLS as well. */
  readonly crossSiteCookie: boolean;
  readonly now: () => number;
}

/** Everything the endpoints of the identity platform share. */
export interface IdentityState extends IdentityPorts {
  /** Stands before every path that a page leads to: empty where the login origin is an origin. */
  readonly basePath: string;
  readonly key: SigningKey;
  readonly accounts: Accounts;
  readonly applications: Applications;
  readonly sessions: BrowserSessions;
  readonly consents: Consents;
  readonly grants: Grants;
  readonly codes: AuthorizationCodes;
  readonly refreshTokens: RefreshTokens;
  readonly flows: SignInFlows;
  readonly refusals: Refusals;
  readonly devices: Devices;
  readonly opener: OpenerRule;
  readonly provedTokens: ProvedTokens;
}

export async function createIdentityState(ports: IdentityPorts): Promise<IdentityState> {
  const grants = createGrants(ports.now);
  return {
    ...ports,
    basePath: new URL(ports.loginOrigin).pathname.replace(/\/$/, ''),
    key: await createSigningKey(),
    accounts: createAccounts(ports.now),
    applications: createApplications(ports.loginOrigin),
    sessions: createBrowserSessions(ports.browsers),
    consents: createConsents(),
    grants,
    codes: createAuthorizationCodes(grants, ports.now),
    refreshTokens: createRefreshTokens(grants, ports.now),
    flows: createSignInFlows(),
    refusals: createRefusals(),
    devices: createDevices(ports.now),
    opener: createOpenerRule(),
    provedTokens: createProvedTokens(ports.now),
  };
}

export function errorContext(state: IdentityState, correlationId: string | undefined): StsErrorContext {
  return { loginOrigin: state.loginOrigin, now: state.now, correlationId };
}

/** Forgets sessions, consents, grants scripted refusals and what was changed about accounts and pages; applications stay. */
export function resetIdentityState(state: IdentityState): void {
  const { accounts, codes, consents, devices, flows, grants, opener, provedTokens, refreshTokens, refusals } =
    state;
  const parts = [
    accounts,
    codes,
    consents,
    devices,
    flows,
    grants,
    opener,
    provedTokens,
    refreshTokens,
    refusals,
    state.sessions,
  ];
  for (const part of parts) part.clear();
}
