import { toOneDriveError, type OneDriveError } from '../lib';
import type { ConnectParts } from './connect';
import type { Account } from './connection';
import { connectedBy } from './connection-state';
import type { IdentityClient } from './identity-client';
import type { PageReturn } from './page-leaving';

/** Milliseconds that a page says nothing while Microsoft is asked without a word; the answer counts later as well. */
const PATIENCE = 3_000;

type BeginParts = Pick<ConnectParts, 'state' | 'accounts' | 'scopes' | 'environment'>;

/** Who is signed in at the start of a page, perhaps because it has just come back from Microsoft. */
export async function begin(client: IdentityClient, parts: BeginParts): Promise<PageReturn> {
  const { state, accounts } = parts;
  const learn = (account: Account | undefined, error?: OneDriveError) => {
    accounts.read(client);
    accounts.acknowledge();
    state.learn(account ? connectedBy({ account }) : { state: 'signed-out', ...(error && { error }) });
  };
  try {
    const issued = await client.returned();
    if (issued) client.activate(issued.account);
    const account = client.currentAccount();
    if (account) learn(account);
    else await signInSilently(client, parts, learn);
    return issued && 'signed-in';
  } catch (reason) {
    const error = toOneDriveError(reason);
    learn(client.currentAccount(), error);
    return error;
  }
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
