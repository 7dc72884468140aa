import type { ConnectParts } from './connect';
import { connectedBy } from './connection-state';
import type { IdentityClient } from './identity-client';

/**
 * Who came or went by other means than this sign-in: in another tab, or in a control with other settings.
 *
 * @param end called where it was the one who is signed in here
 */
export function followOthers(
  { state, accounts }: Pick<ConnectParts, 'state' | 'accounts'>,
  client: Pick<IdentityClient, 'accounts' | 'currentAccount'>,
  end: () => void,
): void {
  accounts.read(client);
  const held = state.account();
  if (held && accounts.has(held)) {
    accounts.acknowledge();
    return;
  }
  if (held) end();
  const now = client.currentAccount();
  // Whoever was there already is somebody that the user has left here, or has not chosen.
  if (now && accounts.isNew(now)) state.learn(connectedBy({ account: now }));
}
