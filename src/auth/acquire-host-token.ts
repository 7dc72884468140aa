import { OneDriveError, toOneDriveError } from '../lib';
import type { AccessTokenRequest } from './access-token-provider';
import type { GivenToken } from './ask-host';
import { isNameless, isSameAccount, type Account } from './connection';
import { connectedBy } from './connection-state';
import type { HostAuthParts } from './host-connect';
import type { FoundOwner } from './token-owner';

/** A token of the host's, and what its coming or failing says of the connection. @throws OneDriveError */
export async function acquireHostToken(parts: HostAuthParts, request: AccessTokenRequest): Promise<string> {
  const { supply, state } = parts;
  const { access, claims, forceRefresh = false } = request;
  const account = state.account();
  if (!account) throw new OneDriveError('sign-in-needed');
  const session = state.session();
  /** Who is signed in by now, if it still is the one who was. */
  const stillIn = () => {
    const now = state.account();
    return now && state.session() === session && isSameAccount(account, now) ? now : undefined;
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

function learn(parts: HostAuthParts, given: GivenToken, account: Account): void {
  const { supply, state, owner } = parts;
  const session = state.session();
  const doubt = supply.doubt();
  if (doubt) {
    // The service has refused new tokens as well: that the host gives one says nothing yet.
    owner.test(given.token, (found) => {
      if (supply.doubt() !== doubt || state.session() !== session) return;
      supply.trust();
      turnInto(parts, { given, before: account, account: found ?? account, isTheirs: false });
    });
    return;
  }
  state.learn(connectedBy({ account, expiresOn: given.expiresOn }));
  owner.recheck(given.token, account, (found) => {
    const now = state.account();
    if (found.account.id === account.id || now?.id !== account.id || state.session() !== session) return;
    turnInto(parts, { given, before: account, ...found });
  });
}

interface Turn extends FoundOwner {
  readonly given: GivenToken;
  readonly before: Account;
}

function turnInto({ supply, state }: HostAuthParts, { given, before, account, isTheirs }: Turn): void {
  const isNamed = isNameless(before) && isTheirs;
  if (account.id !== before.id && !isNamed) {
    // Whatever else is kept is the other one's.
    supply.replace('read', given);
    // Anybody may have been behind no name: nothing of theirs is to stay.
    if (isNameless(before)) state.settle({ state: 'signed-out' });
  }
  state.learn(connectedBy({ account, expiresOn: given.expiresOn }));
}
