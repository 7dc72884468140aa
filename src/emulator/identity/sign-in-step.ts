import type { Accounts } from './accounts';
import { accepts, isAssigned } from './application-access';
import type { BrowserSession, SignedInAccount } from './browser-sessions';
import { scopesToGrant } from './consents';
import type { Consents } from './consents';
import { demoUsers, findUserByAddress } from './demo-directory';
import type { DirectoryUser } from './demo-directory';
import { findGraphPermission } from './permissions';
import type { SignInRequest } from './sign-in-request';
import type { StsCode } from './sts-catalogue';
import { StsFailure } from './sts-failure';
import type { Tenant } from './tenants';
import { opaqueLoginHint } from './tokens';

/** How far a user has come with one request. */
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

/** What has to happen next before the application gets its answer; `silent`: what `prompt=none` hears. */
export type SignInStep =
  | { readonly kind: 'account'; readonly silent: StsCode }
  | { readonly kind: 'address'; readonly silent: StsCode }
  | { readonly kind: 'password'; readonly silent: StsCode; readonly user: DirectoryUser }
  | { readonly kind: 'second-factor'; readonly silent: StsCode; readonly user: DirectoryUser }
  /** The organisation does not let this user in. */
  | { readonly kind: 'barred'; readonly silent: StsCode; readonly user: DirectoryUser }
  | { readonly kind: 'admin-approval'; readonly silent: StsCode; readonly consent: OpenConsent }
  | { readonly kind: 'consent'; readonly silent: StsCode; readonly consent: OpenConsent }
  | { readonly kind: 'signed-in'; readonly account: SignedInAccount };

/** What a user is asked to allow. */
export interface OpenConsent {
  readonly user: DirectoryUser;
  readonly graph: readonly string[];
  readonly openId: readonly string[];
  /** Who allows it: an administrator may answer for everybody. */
  readonly grantor: 'user' | 'user-or-organisation' | 'organisation';
}

const silentCode = { nobody: 50058, several: 16000, 'session-gone': 160021 } as const;

/** Where a request starts, from the accounts signed in before and the hints of the application. */
export function beginProgress(
  request: SignInRequest,
  tenant: Tenant,
  session: BrowserSession | undefined,
): Progress {
  const { application, prompt, sid, loginHint, domainHint } = request;
  const signedIn = (session?.accounts ?? []).filter(
    ({ user }) => accepts(user, tenant, application) && matchesDomain(user, domainHint),
  );
  if (prompt === 'select_account') return { at: 'account', why: 'several' };
  if (sid !== undefined && prompt !== 'login') {
    const bySid = signedIn.find((account) => account.sid === sid);
    if (bySid !== undefined) return chosen(bySid.user);
    if (prompt === 'none') return { at: 'account', why: 'session-gone' };
  }
  const hinted = loginHint === undefined ? undefined : findByHint(loginHint);
  if (hinted !== undefined && accepts(hinted, tenant, application)) return chosen(hinted);
  if (loginHint !== undefined) return { at: 'account', why: 'nobody' };
  const [first, second] = signedIn;
  if (prompt === 'login' || first === undefined) return { at: 'account', why: 'nobody' };
  return second === undefined ? chosen(first.user) : { at: 'account', why: 'several' };
}

/** The user picked an account: by button, by address or by hint. */
export function chosen(user: DirectoryUser): Progress {
  return { at: 'chosen', user, password: 'open', consent: 'open' };
}

/** @throws StsFailure 650056 for an application that asks for nothing. */
export function nextStep(
  progress: Progress,
  request: SignInRequest,
  session: BrowserSession | undefined,
  { accounts, consents }: { readonly accounts: Accounts; readonly consents: Consents },
): SignInStep {
  if (progress.at === 'account') return { kind: 'account', silent: silentCode[progress.why] };
  if (progress.at === 'address') return { kind: 'address', silent: 50058 };
  const { user } = progress;
  const account = session?.accounts.find((entry) => entry.user.oid === user.oid);
  if (!accounts.isEnabled(user)) return { kind: 'password', silent: 50057, user };
  if (account === undefined || (request.prompt === 'login' && progress.password === 'open')) {
    return { kind: 'password', silent: 50058, user };
  }
  const secondFactor = accounts.needsSecondFactor(user) || request.claims.secondFactor;
  if (secondFactor && !account.secondFactorDone) return { kind: 'second-factor', silent: 50076, user };
  const barred = accounts.barredBy(user);
  if (barred !== undefined) return { kind: 'barred', silent: barred, user };
  if (!isAssigned(user, request.application)) return { kind: 'barred', silent: 50105, user };
  const open = progress.consent === 'open' ? consentStep(request, user, consents) : undefined;
  return open ?? { kind: 'signed-in', account };
}

function consentStep(
  request: SignInRequest,
  user: DirectoryUser,
  consents: Consents,
): SignInStep | undefined {
  const { application, scopes, prompt, ending } = request;
  if (scopes.everything && application.permissions.length === 0) {
    throw new StsFailure(650056, { x: application.clientId });
  }
  if (ending.kind === 'admin-consent') return organisationStep(request, user);
  const asked = scopesToGrant(scopes, application, user, consents);
  const missing = consents.missing(user, application.clientId, asked);
  if (missing.length === 0 && prompt !== 'consent') return undefined;
  const consent: OpenConsent = {
    user,
    // Consent is incremental: what was granted before is asked again only by `prompt=consent`.
    graph: prompt === 'consent' ? asked : missing,
    openId: scopes.openId,
    grantor: user.administrator ? 'user-or-organisation' : 'user',
  };
  const beyondUsers =
    user.adminConsentRequired || missing.some((name) => findGraphPermission(name)?.adminOnly);
  const approval = missing.length > 0 && beyondUsers && !user.administrator;
  return { kind: approval ? 'admin-approval' : 'consent', silent: 65001, consent };
}

/** Admin consent is always asked for, and answered by an administrator only. */
function organisationStep({ application, scopes }: SignInRequest, user: DirectoryUser): SignInStep {
  const graph = scopes.everything ? application.permissions : scopes.graph;
  const consent: OpenConsent = { user, graph, openId: scopes.openId, grantor: 'organisation' };
  return { kind: user.administrator ? 'consent' : 'admin-approval', silent: 65001, consent };
}

/** The accounts the sign-in page offers. */
export function offeredAccounts(request: SignInRequest): readonly DirectoryUser[] {
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
