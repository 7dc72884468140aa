import type { DirectoryUser } from './demo-directory';
import { randomToken } from './random-text';

const COOKIE = 'ESTSAUTH';
const NINETY_DAYS_IN_SECONDS = 90 * 24 * 60 * 60;

/** An account signed in at this identity provider in one browser. */
export interface SignedInAccount {
  readonly user: DirectoryUser;
  readonly sid: string;
  staySignedIn: boolean;
  secondFactorDone: boolean;
  /** Client ids of the applications it signed in to: they hear of the sign-out. */
  readonly applications: Set<string>;
}

/** What one browser's cookie stands for: any number of accounts at once. */
export interface BrowserSession {
  readonly id: string;
  readonly accounts: SignedInAccount[];
}

export interface BrowserSessions {
  read(request: Request): BrowserSession | undefined;
  /** Signs an account in, in the request's session or a new one. */
  signIn(request: Request, user: DirectoryUser, staySignedIn: boolean): BrowserSession;
  /** Signs an account out of every browser. */
  forget(user: DirectoryUser): void;
  count(): number;
  clear(): void;
}

/**
 * How browsers are told apart: by a cookie, or not at all where the emulator is mounted inside the one
 * that uses it. There no script can set or read a cookie of an answer.
 */
export type Browsers = 'by-cookie' | 'only-one';

const ONLY_SESSION = 'only';

export function createBrowserSessions(browsers: Browsers): BrowserSessions {
  const sessions = new Map<string, BrowserSession>();
  const newId = (): string => (browsers === 'only-one' ? ONLY_SESSION : randomToken(24));
  const read = (request: Request): BrowserSession | undefined => {
    const id = browsers === 'only-one' ? ONLY_SESSION : readCookie(request.headers.get('cookie') ?? '');
    return id === undefined ? undefined : sessions.get(id);
  };
  return {
    read,
    signIn: (request, user, staySignedIn) => {
      const session = read(request) ?? { id: newId(), accounts: [] };
      sessions.set(session.id, session);
      const existing = session.accounts.find((account) => account.user.oid === user.oid);
      if (existing === undefined) session.accounts.push(freshAccount(user, staySignedIn));
      else existing.staySignedIn = staySignedIn;
      return session;
    },
    forget: (user) => {
      for (const { accounts } of sessions.values()) {
        const index = accounts.findIndex((account) => account.user.oid === user.oid);
        if (index >= 0) accounts.splice(index, 1);
      }
    },
    count: () => sessions.size,
    clear: () => sessions.clear(),
  };
}

function freshAccount(user: DirectoryUser, staySignedIn: boolean): SignedInAccount {
  const sid = crypto.randomUUID();
  return { user, sid, staySignedIn, secondFactorDone: false, applications: new Set() };
}

/** Whether a session's cookie goes along from frames of other sites, and over which transport. */
export interface SessionCookieRule {
  readonly loginOrigin: string;
  readonly crossSiteCookie: boolean;
}

/**
 * The cookie of a session, host-only. Over TLS it goes along from other sites' frames, as Entra's
 * does. Without TLS not every browser takes that (Safari does not, Chromium and Firefox do from
 * localhost), so it has to be asked for; otherwise a page on another port of the same host is still
 * same-site, so hidden renewal frames of local pages carry it.
 */
export function sessionCookie(session: BrowserSession, rule: SessionCookieRule): string {
  const crossSite = rule.crossSiteCookie || rule.loginOrigin.startsWith('https:');
  const sameSite = crossSite ? 'SameSite=None; Secure' : 'SameSite=Lax';
  const attributes = `Path=/; HttpOnly; ${sameSite}`;
  if (session.accounts.length === 0) return `${COOKIE}=; ${attributes}; Max-Age=0`;
  const persistent = session.accounts.some((account) => account.staySignedIn);
  const age = persistent ? `; Max-Age=${NINETY_DAYS_IN_SECONDS}` : '';
  return `${COOKIE}=${session.id}; ${attributes}${age}`;
}

function readCookie(header: string): string | undefined {
  for (const part of header.split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === COOKIE) return value;
  }
  return undefined;
}
