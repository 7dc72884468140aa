import { DEMO_CLIENT_ID } from './demo-directory';

/** What `POST /_emulator/apps` and `registerApp()` take. */
export interface AppRegistration {
  readonly clientId: string;
  readonly name?: string | undefined;
  /** Redirect URIs of the platform “Single-page application”. */
  readonly spa?: readonly string[] | undefined;
  /** Redirect URIs of the platform “Web”: redeemed by a server with the secret. */
  readonly web?: readonly string[] | undefined;
  readonly secret?: string | undefined;
}

export type Platform = 'spa' | 'web';

export interface Application {
  readonly clientId: string;
  readonly name: string;
  readonly secret: string | undefined;
  readonly redirectUris: ReadonlyMap<string, Platform>;
}

export interface Applications {
  find(clientId: string): Application | undefined;
  /** Adds redirect URIs to an application, creating it when it is new. */
  register(registration: AppRegistration): Application;
  /** Where a sign-out may return to: any registered redirect URI, compared exactly. */
  isRegisteredRedirect(uri: string): boolean;
}

export function createApplications(): Applications {
  const known = new Map<string, Application>();

  const register = (registration: AppRegistration): Application => {
    const key = registration.clientId.toLowerCase();
    const before = known.get(key);
    const redirectUris = new Map<string, Platform>(before?.redirectUris);
    for (const uri of registration.spa ?? []) redirectUris.set(uri, 'spa');
    for (const uri of registration.web ?? []) redirectUris.set(uri, 'web');
    const application: Application = {
      clientId: key,
      name: registration.name ?? before?.name ?? 'Local application',
      secret: registration.secret ?? before?.secret,
      redirectUris,
    };
    known.set(key, application);
    return application;
  };

  register({ clientId: DEMO_CLIENT_ID, name: 'OneDrive Control' });

  return {
    find: (clientId) => known.get(clientId.toLowerCase()),
    register,
    isRegisteredRedirect: (uri) => [...known.values()].some((app) => app.redirectUris.has(uri)),
  };
}
