import { OneDriveError, toOneDriveError } from '../lib';
import type { AccessTokenRequest } from './access-token-provider';
import type { Account } from './connection';
import type { ConnectParts } from './connect';
import { connectedBy } from './connection-state';
import type { IdentityClient } from './identity-client';
import { scopesFor } from './scopes';

type TokenParts = Pick<ConnectParts, 'state' | 'scopes' | 'challenges'>;

/** A token without a window, and what its coming or failing says of the connection. @throws OneDriveError */
export async function acquireToken(
  parts: TokenParts,
  client: IdentityClient,
  request: AccessTokenRequest,
): Promise<string> {
  const { state, scopes, challenges } = parts;
  const { access, claims } = request;
  // What is cached was refused, or could not be renewed: asked for again, it would only be refused again.
  const forceRefresh = request.forceRefresh || state.connection.get().state === 'expired';
  const account = state.account();
  if (!account) throw new OneDriveError('sign-in-needed');
  const isStillIn = () => state.account()?.id === account.id;
  try {
    const issued = await client.acquireToken({
      scopes: scopesFor(scopes, access),
      account,
      claims,
      forceRefresh,
    });
    if (!isStillIn()) return await discard(parts, client, account);
    state.learn(connectedBy(issued));
    return issued.token;
  } catch (reason) {
    const error = toOneDriveError(reason);
    if (error.code === 'sign-in-needed' && isStillIn()) {
      challenges.keep(account, error.claims ?? claims);
      // Who was never given the right to write is still signed in; where it was there, and is refused, that has ended.
      if (access === 'read' || forceRefresh) state.learn({ state: 'expired', account, error });
    }
    throw error;
  }
}

/** Who signed out while the token was on its way: the library has stored it again. */
async function discard({ state }: TokenParts, client: IdentityClient, account: Account): Promise<never> {
  if (!state.account() && !state.isConnecting()) await client.forget(account);
  throw new OneDriveError('sign-in-needed');
}
