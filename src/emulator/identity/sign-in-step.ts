import type { AuthorizeRequest } from './authorize-request';
import type { BrowserSession, SignedInAccount } from './browser-sessions';
import type { Consents } from './consents';
import { demoUsers, findUserByAddress } from './demo-directory';
import type { DirectoryUser } from './demo-directory';
import { findGraphPermission } from './permissions';
import { StsFailure } from './sts-failure';
import type { StsCode } from './sts-catalogue';
import { tenantAccepts } from './tenants';
import type { Tenant } from './tenants';
import { opaqueLoginHint } from './tokens';

/** How far a user has come with one authorization request. */
export type Progress =
  | { readonly at: 'account'; readonly why: 'nobody' | 'several' | 'session-gone' }
  | { readonly at: 'address' }
  | {
      readonly at: 'chosen';
      readonly user: DirectoryUser;
      /** Whether the password was given for this very request (`prompt=login` demands it). */
      readonly password: 'open' | 'given';
      readonly consent: 'open' | 'given';
    };

/** What has to happen next before the application gets its code. */
export type SignInStep =
  | { readonly kind: 'account'; readonly silent: StsCode }
  | { readonly kind: 'address'; readonly silent: StsCode }
  | { readonly kind: 'password'; readonly silent: StsCode; readonly user: DirectoryUser }
  | { readonly kind: 'second-factor'; readonly silent: StsCode; readonly user: DirectoryUser }
  | { readonly kind: 'admin-approval'; readonly silent: StsCode; readonly user: DirectoryUser }
  | { readonly kind: 'consent'; readonly silent: StsCode; readonly user: DirectoryUser }
  | { readonly kind: 'signed-in'; readonly account: SignedInAccount };

const silentCode = { nobody: 50058, several: 16000, 'session-gone': 160021 } as const;

/** Where a request starts, from the accounts signed in before and the hints of the application. */
export function beginProgress(
  request: AuthorizeRequest,
  tenant: Tenant,
  session: BrowserSession | undefined,
): Progress {
  const signedIn = (session?.accounts ?? []).filter(
    ({ user }) => tenantAccepts(tenant, user) && matchesDomain(user, request.domainHint),
  );
  if (request.prompt === 'select_account') return { at: 'account', why: 'several' };
  if (request.sid !== undefined && request.prompt !== 'login') {
    const bySid = signedIn.find((account) => account.sid === request.sid);
    if (bySid !== undefined) return chosen(bySid.user);
    if (request.prompt === 'none') return { at: 'account', why: 'session-gone' };
  }
  const hinted = request.loginHint === undefined ? undefined : findByHint(request.loginHint);
  if (hinted !== undefined && tenantAccepts(tenant, hinted)) return chosen(hinted);
  if (request.loginHint !== undefined) return { at: 'account', why: 'nobody' };
  const [first, second] = signedIn;
  if (request.prompt === 'login' || first === undefined) return { at: 'account', why: 'nobody' };
  return second === undefined ? chosen(first.user) : { at: 'account', why: 'several' };
}

/** The user picked an account: by button, by address or by hint. */
export function chosen(user: DirectoryUser): Progress {
  return { at: 'chosen', user, password: 'open', consent: 'open' };
}

export function nextStep(
  progress: Progress,
  request: AuthorizeRequest,
  session: BrowserSession | undefined,
  consents: Consents,
): SignInStep {
  if (progress.at === 'account') return { kind: 'account', silent: silentCode[progress.why] };
  if (progress.at === 'address') return { kind: 'address', silent: 50058 };
  const { user } = progress;
  const account = session?.accounts.find((entry) => entry.user.oid === user.oid);
  if (account === undefined || (request.prompt === 'login' && progress.password === 'open')) {
    return { kind: 'password', silent: 50058, user };
  }
  if (user.secondFactor && !account.secondFactorDone) {
    return { kind: 'second-factor', silent: 50076, user };
  }
  const missing = consents.missing(user.oid, request.application.clientId, request.scopes.graph);
  const adminOnly = missing.some((name) => findGraphPermission(name)?.adminOnly);
  if (missing.length > 0 && (user.adminConsentRequired || adminOnly)) {
    return { kind: 'admin-approval', silent: 65001, user };
  }
  if ((missing.length > 0 || request.prompt === 'consent') && progress.consent === 'open') {
    return { kind: 'consent', silent: 65001, user };
  }
  return { kind: 'signed-in', account };
}

/** @throws StsFailure 50020 or 500208 when the authority does not take this account. */
export function requireAccepted(user: DirectoryUser, tenant: Tenant, applicationId: string): void {
  if (tenantAccepts(tenant, user)) return;
  if (tenant.accepts === 'tenant') {
    throw new StsFailure(50020, { x: user.upn, y: tenant.name, z: applicationId });
  }
  throw new StsFailure(500208);
}

/** The accounts the sign-in page offers. */
export function offeredAccounts(request: AuthorizeRequest): readonly DirectoryUser[] {
  return demoUsers.filter((user) => matchesDomain(user, request.domainHint));
}

function matchesDomain(user: DirectoryUser, hint: string | undefined): boolean {
  if (hint === undefined || hint === '') return true;
  if (hint === 'consumers') return user.kind === 'personal';
  if (hint === 'organizations') return user.kind === 'work';
  return user.upn.endsWith(`@${hint.toLowerCase()}`);
}

function findByHint(hint: string): DirectoryUser | undefined {
  return findUserByAddress(hint) ?? demoUsers.find((user) => opaqueLoginHint(user) === hint);
}
