import { DEMO_CLIENT_ID } from './demo-directory';

/** Who may use an application, in the words of its manifest. */
export const signInAudiences = [
  'AzureADMyOrg',
  'AzureADMultipleOrgs',
  'AzureADandPersonalMicrosoftAccount',
  'PersonalMicrosoftAccount',
] as const;
type SignInAudience = (typeof signInAudiences)[number];

/** What `POST /_emulator/apps` and `registerApp()` take. */
export interface AppRegistration {
  readonly clientId: string;
  readonly name?: string | undefined;
  /** Redirect URIs of the platform “Single-page application”. */
  readonly spa?: readonly string[] | undefined;
  /** Redirect URIs of the platform “Web”: redeemed by a server with the secret. */
  readonly web?: readonly string[] | undefined;
  /** Redirect URIs of the platform “Mobile and desktop applications”: redeemed without a secret. */
  readonly native?: readonly string[] | undefined;
  readonly secret?: string | undefined;
  readonly signInAudience?: SignInAudience | undefined;
  /** “Enabled for users to sign in”. */
  readonly enabled?: boolean | undefined;
  /** The Graph permissions of the registration: what `.default` and admin consent mean. */
  readonly permissions?: readonly string[] | undefined;
  /** “Assignment required”: only these addresses may sign in. */
  readonly assignedUsers?: readonly string[] | undefined;
  /** “Allow public client flows”: the device code flow. A native redirect URI implies it. */
  readonly allowPublicClient?: boolean | undefined;
  /** “Front-channel logout URL”: loaded in a hidden frame when a user signs out. */
  readonly frontChannelLogoutUri?: string | undefined;
}

export type Platform = 'spa' | 'web' | 'native';

export interface Application {
  readonly clientId: string;
  readonly name: string;
  readonly secret: string | undefined;
  readonly redirectUris: ReadonlyMap<string, Platform>;
  readonly signInAudience: SignInAudience;
  readonly enabled: boolean;
  readonly permissions: readonly string[];
  /** `undefined`: everybody may sign in. */
  readonly assignedUsers: readonly string[] | undefined;
  readonly publicClient: boolean;
  readonly frontChannelLogoutUri: string | undefined;
}

export interface Applications {
  find(clientId: string): Application | undefined;
  /** Adds redirect URIs to an application, creating it when it is new; what is left out stays. */
  register(registration: AppRegistration): Application;
  /** Where a sign-out may return to: any registered redirect URI. */
  isRegisteredRedirect(uri: string): boolean;
}

export function createApplications(loginOrigin: string): Applications {
  const known = new Map<string, Application>();

  const register = (registration: AppRegistration): Application => {
    const key = registration.clientId.toLowerCase();
    const application = merged(key, registration, known.get(key));
    known.set(key, application);
    return application;
  };

  register({
    clientId: DEMO_CLIENT_ID,
    name: 'OneDrive Control',
    // The addresses the portal offers to programs that have no web page to return to.
    native: nativeClientUris(loginOrigin),
    permissions: ['User.Read', 'Files.ReadWrite.All', 'Sites.Read.All'],
  });

  return {
    find: (clientId) => known.get(clientId.toLowerCase()),
    register,
    isRegisteredRedirect: (uri) =>
      [...known.values()].some((application) => platformOf(application, uri) !== undefined),
  };
}

function merged(
  clientId: string,
  registration: AppRegistration,
  before: Application | undefined,
): Application {
  const redirectUris = new Map<string, Platform>(before?.redirectUris);
  for (const platform of ['spa', 'web', 'native'] as const) {
    for (const uri of registration[platform] ?? []) redirectUris.set(uri, platform);
  }
  const hasNative = [...redirectUris.values()].includes('native');
  return {
    clientId,
    name: registration.name ?? before?.name ?? 'Local application',
    secret: registration.secret ?? before?.secret,
    redirectUris,
    signInAudience:
      registration.signInAudience ?? before?.signInAudience ?? 'AzureADandPersonalMicrosoftAccount',
    enabled: registration.enabled ?? before?.enabled ?? true,
    // The portal gives every new registration this one.
    permissions: registration.permissions ?? before?.permissions ?? ['User.Read'],
    assignedUsers: registration.assignedUsers ?? before?.assignedUsers,
    publicClient: registration.allowPublicClient ?? (hasNative || before?.publicClient === true),
    frontChannelLogoutUri: registration.frontChannelLogoutUri ?? before?.frontChannelLogoutUri,
  };
}

function nativeClientUris(loginOrigin: string): readonly string[] {
  const path = '/common/oauth2/nativeclient';
  return [`${loginOrigin}${path}`, `https://login.microsoftonline.com${path}`];
}

/** The platform a redirect URI is registered for; `undefined` when it is not. Compared exactly. */
export function platformOf(application: Application, redirectUri: string): Platform | undefined {
  const exact = application.redirectUris.get(redirectUri);
  if (exact !== undefined) return exact;
  const portless = withoutLoopbackPort(redirectUri);
  if (portless === undefined) return undefined;
  const native = [...application.redirectUris].some(
    ([uri, platform]) => platform === 'native' && withoutLoopbackPort(uri) === portless,
  );
  return native ? 'native' : undefined;
}

/** A desktop program listens on whatever port is free (RFC 8252 7.3), so the port does not count. */
function withoutLoopbackPort(uri: string): string | undefined {
  const match = /^(http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]))(?::\d+)?(\/[^#]*)?$/.exec(uri);
  return match === null ? undefined : `${match[1] ?? ''}${match[2] ?? '/'}`;
}
