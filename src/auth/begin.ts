import { isCancelled, toOneDriveError, untilAborted, type OneDriveError } from '../lib';
import type { ConnectParts } from './connect';
import type { Account } from './connection';
import { connectedBy } from './connection-state';
import type { IdentityClient, IssuedToken } from './identity-client';
import type { PageReturn } from './page-leaving';

/** Milliseconds that a page says nothing while Microsoft is asked without a word; the answer counts later as well. */
const PATIENCE = 3_000;
/** Milliseconds until a page that is back from Microsoft says that it waits for the answer, with a way out. */
const NOTICE = 500;

type BeginParts = Pick<ConnectParts, 'state' | 'accounts' | 'scopes' | 'environment'>;

/**
 * Who is signed in at the start of a page, perhaps because it has just come back from Microsoft.
 *
 * @param signal aborted where the user does not wait for the answer that it has come back with
 */
export async function begin(
  client: IdentityClient,
  parts: BeginParts,
  signal: AbortSignal,
): Promise<PageReturn> {
  const { state, accounts } = parts;
  const learn = (account: Account | undefined, error?: OneDriveError) => {
    accounts.read(client);
    accounts.acknowledge();
    state.learn(account ? connectedBy({ account }) : { state: 'signed-out', ...(error && { error }) });
  };
  const stop = parts.environment.after(NOTICE, () => {
    const account = client.currentAccount();
    if (account) learn(account);
    else state.comeBack();
  });
  try {
    const issued = await answerOf(client, parts, signal).finally(stop);
    if (issued) client.activate(issued.account);
    const account = client.currentAccount();
    if (account) learn(account);
    else await signInSilently(client, parts, learn);
    return issued && 'signed-in';
  } catch (reason) {
    const error = toOneDriveError(reason);
    const refusal = isCancelled(error) ? undefined : error;
    learn(client.currentAccount(), refusal);
    return refusal;
  }
}

/** What the page has come back with. Who was given up meanwhile is not kept. @throws OneDriveError */
async function answerOf(
  client: IdentityClient,
  { accounts }: BeginParts,
  signal: AbortSignal,
): Promise<IssuedToken | undefined> {
  const answer = client.returned();
  const forget = async () => {
    const late = await answer;
    if (late && !accounts.has(late.account)) await client.forget(late.account);
  };
  // A refusal that comes late leaves nothing.
  signal.addEventListener('abort', () => void forget().catch(() => undefined), { once: true });
  return untilAborted(answer, signal);
}

/** The page knows who its user is. Where that does not open the files, nobody has asked for it: no word of it. */
async function signInSilently(
  client: IdentityClient,
  { state, scopes, environment }: BeginParts,
  learn: (account: Account | undefined) => void,
): Promise<void> {
  const stop = environment.after(PATIENCE, () => learn(client.currentAccount()));
  const issued = await client.signInSilently({ scopes: scopes.read }).catch(() => undefined);
  stop();
  // By hand, or in another tab, somebody was faster.
  if (issued && !state.account()) client.activate(issued.account);
  if (!state.account()) learn(client.currentAccount());
}
