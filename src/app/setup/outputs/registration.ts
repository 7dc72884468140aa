import type { SetupInput, SignInAudience } from '../setup-input';
import { permissionsOf } from './permissions';

const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';

/** An application as Microsoft Graph creates it, which is also the format of the portal's manifest. */
export interface Registration {
  readonly displayName: string;
  readonly signInAudience: SignInAudience;
  readonly spa: { readonly redirectUris: readonly string[] };
  readonly api: { readonly requestedAccessTokenVersion: 2 };
  readonly requiredResourceAccess: readonly {
    readonly resourceAppId: string;
    readonly resourceAccess: readonly { readonly id: string; readonly type: 'Scope' }[];
  }[];
}

export function registrationOf(input: SetupInput, redirectUris: readonly string[]): Registration {
  return {
    displayName: input.name.trim(),
    signInAudience: input.audience,
    spa: { redirectUris },
    // Microsoft demands it where personal accounts are admitted.
    api: { requestedAccessTokenVersion: 2 },
    requiredResourceAccess: [
      {
        resourceAppId: GRAPH_APP_ID,
        resourceAccess: permissionsOf(input).map(({ id }) => ({ id, type: 'Scope' })),
      },
    ],
  };
}

/** What `POST /_emulator/apps` takes. */
export function emulatorRegistrationOf(input: SetupInput, redirectUris: readonly string[], clientId: string) {
  return {
    clientId,
    name: input.name.trim(),
    signInAudience: input.audience,
    spa: redirectUris,
    permissions: permissionsOf(input).map(({ name }) => name),
  };
}
