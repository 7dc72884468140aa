import { OneDriveError, toOneDriveError } from '../lib';
import type { AccessTokenRequest } from './access-token-provider';
import type { GivenToken } from './ask-host';
import { isSameAccount, type Account } from './connection';
import { connectedBy } from './connection-state';
import type { HostAuthParts } from './host-connect';

/** A token of the host's, and what its coming or failing says of the connection. @throws OneDriveError */
export async function acquireHostToken(parts: HostAuthParts, request: AccessTokenRequest): Promise<string> {
  const { supply, state } = parts;
  const { access, claims, forceRefresh = false } = request;
  const account = state.account();
  if (!account) throw new OneDriveError('sign-in-needed');
  /** Who is signed in by now, if it still is the one who was. */
  const stillIn = () => {
    const now = state.account();
    return now && isSameAccount(account, now) ? now : undefined;
  };
  try {
    const given = await supply.get({ access, claims, forceRefresh });
    const now = stillIn();
    if (!now) throw new OneDriveError('sign-in-needed');
    if (access === 'read') learn(parts, given, now);
    return given.token;
  } catch (reason) {
    const error = toOneDriveError(reason);
    const now = stillIn();
    // Without the right to write the user is still signed in; without the right to read nothing works.
    if (error.code === 'sign-in-needed' && access === 'read' && now) {
      state.learn({ state: 'expired', account: now, error });
    }
    throw error;
  }
}

function learn({ supply, state, owner }: HostAuthParts, given: GivenToken, account: Account): void {
  const { expiresOn } = given;
  state.learn(connectedBy({ account, expiresOn }));
  owner.recheck(given.token, account, (found) => {
    if (found.id === account.id || state.account()?.id !== account.id) return;
    // Whatever else is kept is the other one's.
    if (!isSameAccount(account, found)) supply.replace('read', given);
    state.learn(connectedBy({ account: found, expiresOn }));
  });
}
