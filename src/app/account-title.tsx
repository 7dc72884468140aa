import { AuthenticatedTemplate, MsalProvider, useAccount } from '@azure/msal-react';
import { use } from 'react';
import type { MsalIdentity } from '../auth';
import { useText } from '../ui';

/** Who is signed in, in the page's title bar. A chunk of its own: the first list does not wait for it. */
export function AccountTitle({ identity }: { readonly identity: Promise<MsalIdentity> }) {
  return (
    <MsalProvider instance={use(identity).application}>
      <AuthenticatedTemplate>
        <AccountName />
      </AuthenticatedTemplate>
    </MsalProvider>
  );
}

function AccountName() {
  const text = useText();
  const account = useAccount();
  if (!account) return null;
  return (
    <span className="account">{text('app.signedInAs', { name: account.name ?? account.username })}</span>
  );
}
