import { createAuth, type Auth, type AuthOptions } from './auth';
import type { AccountDetails, TokenDetails } from './read-account';

interface HostRequest {
  readonly scopes: string[];
  readonly account?: AccountDetails;
  readonly claims?: string;
  readonly forceRefresh?: boolean;
  readonly overrideInteractionInProgress?: boolean;
}

/** What the control uses of the page's own MSAL: a `PublicClientApplication` of @azure/msal-browser 5, initialized. */
export interface HostApplication {
  getActiveAccount(): AccountDetails | null;
  getAllAccounts(): readonly AccountDetails[];
  acquireTokenSilent(request: HostRequest): Promise<TokenDetails>;
  acquireTokenPopup(request: HostRequest): Promise<TokenDetails>;
  addEventCallback(callback: () => void): string | null;
  removeEventCallback(id: string): void;
}

interface HostApplicationOptions extends Pick<AuthOptions, 'authority' | 'scopes' | 'environment'> {
  readonly application: HostApplication;
}

/** Signing in by the page's own MSAL; another one is never loaded. */
export function createHostApplicationAuth({ application, ...options }: HostApplicationOptions): Auth {
  const loadIdentity = async () => (await import('./host-identity')).createHostIdentity(application);
  return createAuth({ ...options, owner: 'host', loadIdentity });
}
