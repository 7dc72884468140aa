import { AuthenticatedTemplate, MsalProvider, useAccount } from '@azure/msal-react';
import { use, useEffect, useState } from 'react';
import type { MsalIdentity } from '../auth';
import { useText } from '../ui';

/** Who is signed in, in the page's title bar. A chunk of its own: the first list does not wait for it. */
export function AccountTitle({ identity }: { readonly identity: Promise<MsalIdentity> }) {
  const application = useApplication(use(identity));
  return (
    <MsalProvider instance={application}>
      <AuthenticatedTemplate>
        <AccountName />
      </AuthenticatedTemplate>
    </MsalProvider>
  );
}

/** The control's own, and the next one after each change of who is signed in, also by another tab. */
function useApplication(identity: MsalIdentity) {
  const [application, setApplication] = useState(() => identity.application());
  useEffect(() => identity.onChange(() => setApplication(identity.application())), [identity]);
  return application;
}

function AccountName() {
  const text = useText();
  const account = useAccount();
  if (!account) return null;
  return (
    <span className="account">{text('app.signedInAs', { name: account.name ?? account.username })}</span>
  );
}
