import { createAuth, type Auth, type AuthOptions } from './auth';

export interface HostAccount {
  readonly homeAccountId: string;
  readonly username: string;
  readonly tenantId: string;
  readonly name?: string | undefined;
}

interface HostResult {
  readonly accessToken: string;
  readonly account: HostAccount | null;
  readonly expiresOn: Date | null;
}

interface HostRequest {
  readonly scopes: string[];
  readonly account?: HostAccount;
  readonly claims?: string;
  readonly forceRefresh?: boolean;
  readonly overrideInteractionInProgress?: boolean;
}

/** What the control uses of the page's own MSAL: a `PublicClientApplication` of @azure/msal-browser 5, initialized. */
export interface HostApplication {
  getActiveAccount(): HostAccount | null;
  getAllAccounts(): readonly HostAccount[];
  acquireTokenSilent(request: HostRequest): Promise<HostResult>;
  acquireTokenPopup(request: HostRequest): Promise<HostResult>;
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
