import { OneDriveError, toOneDriveError, untilAborted } from '../lib';
import { findAuthorityProblem } from './ask-authority';
import type { ConnectParts } from './connect';
import type { Connection, ConnectOptions, Interaction } from './connection';
import type { IdentityClient, IssuedToken } from './identity-client';
import { keepAll } from './page-leaving';
import { scopesFor } from './scopes';
import { watchWindow } from './watch-window';

export { acquireToken } from './acquire-token';
export { begin } from './begin';
export { followOthers } from './follow-others';

interface Attempt {
  readonly options: ConnectOptions;
  readonly interaction: Interaction;
  /** What the start of the page brings, while nobody knows it yet. */
  readonly beginning: Promise<Connection> | undefined;
  /** Aborted when it was given up. */
  readonly signal: AbortSignal;
}

/**
 * Signs in with whatever it takes; nothing where the start of the page has done it. A file of its own that comes with
 * MSAL: the first screen does without it.
 */
export async function signIn(parts: ConnectParts, attempt: Attempt): Promise<IssuedToken | undefined> {
  const { options, interaction, beginning, signal } = attempt;
  if (beginning && isPlain(options) && (await untilAborted(isConnected(beginning), signal))) return undefined;
  const client = await parts.identity();
  const issued =
    (await switchTo(parts, client, options)) ??
    (await (interaction === 'popup'
      ? openWindow(parts, client, attempt)
      : leavePage(parts, client, attempt)));
  if (!signal.aborted) {
    client.activate(issued.account);
    parts.accounts.renew(issued.account);
    parts.accounts.read(client);
    parts.accounts.acknowledge();
    return issued;
  }
  // The window succeeded after it was given up: the library has stored an account that nobody wants.
  const wanted = parts.state.isConnecting() || parts.accounts.has(issued.account);
  if (!wanted) await client.forget(issued.account);
  throw new OneDriveError('cancelled');
}

/** It asks for nobody and nothing in particular, as a page does that connects by itself when it is loaded. */
function isPlain({ access = 'read', selectAccount = false, account }: ConnectOptions): boolean {
  return access === 'read' && !selectAccount && !account;
}

/**
 * Whether the start has done what is asked for. A page that comes back from Microsoft and calls `connect` again would
 * otherwise go there for ever: so it ends in the answer, also where that is a refusal. @throws OneDriveError
 */
async function isConnected(beginning: Promise<Connection>): Promise<boolean> {
  const first = await beginning;
  if ('error' in first && first.error) throw first.error;
  return first.state === 'connected';
}

/** Somebody who is signed in here already needs no window, unless their tokens have ended. */
async function switchTo(
  { state, scopes, challenges, accounts }: ConnectParts,
  client: IdentityClient,
  { access = 'read', account }: ConnectOptions,
): Promise<IssuedToken | undefined> {
  if (!account || account.id === state.account()?.id || !accounts.has(account)) return undefined;
  // Asked again, the window has to follow the click at once: the browser would block it after another wait.
  if (accounts.isExpired(account)) return undefined;
  try {
    return await client.acquireToken({ scopes: scopesFor(scopes, access), account });
  } catch (reason) {
    const error = toOneDriveError(reason);
    if (error.code !== 'sign-in-needed') throw error;
    challenges.keep(account, error.claims);
    accounts.expire(account);
    return undefined;
  }
}

function requestOf(
  parts: ConnectParts,
  { access = 'read', selectAccount = false, askConsent = false, account: wanted }: ConnectOptions,
) {
  const account = selectAccount ? undefined : (wanted ?? parts.state.account());
  const claims = account && parts.challenges.of(account);
  // Of everything that was asked before, what is missing can be given now.
  const before = askConsent ? parts.state.askedScopes() : [];
  const scopes = [...new Set([...scopesFor(parts.scopes, access), ...before])];
  return { scopes, selectAccount, askConsent, account, claims };
}

async function openWindow(
  parts: ConnectParts,
  client: IdentityClient,
  { options, signal }: Attempt,
): Promise<IssuedToken> {
  const ended = new AbortController();
  watchWindow(() => client.look(), {
    after: parts.environment.after,
    noticed: () => parts.state.noticeWindow(),
    signal: AbortSignal.any([signal, ended.signal]),
  });
  try {
    return await Promise.race([
      client.signIn(requestOf(parts, options)),
      rejectHopeless(parts, client, signal),
    ]);
  } finally {
    ended.abort();
  }
}

/** The page goes to Microsoft, once everybody has put away what they were doing. Should it stay, that is theirs again. */
async function leavePage(
  parts: ConnectParts,
  client: IdentityClient,
  { options, signal }: Attempt,
): Promise<never> {
  const undo = await keepAll(parts.leaving);
  try {
    if (signal.aborted) throw new OneDriveError('cancelled');
    return await client.leave(requestOf(parts, options), signal);
  } catch (reason) {
    undo();
    throw reason;
  }
}

/**
 * Microsoft shows an unknown tenant in its own window and never comes back, nor does an emulator that is not running:
 * both are looked for beside it. Never resolves; any doubt leaves the window alone.
 */
async function rejectHopeless(
  { authority, environment }: ConnectParts,
  client: IdentityClient,
  signal: AbortSignal,
): Promise<never> {
  const problem = await findAuthorityProblem(authority, environment);
  if (problem && !signal.aborted) {
    client.closeWindow();
    throw problem;
  }
  return new Promise<never>(() => undefined);
}
