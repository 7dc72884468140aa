import type { IdentityConfiguration } from './identity-client';
import type { MsalEnvironment, MsalIdentity } from './msal';

/** MSAL is a chunk of its own: hosts that bring their own tokens never download it. */
export async function loadMsalIdentity(
  configuration: IdentityConfiguration,
  environment: MsalEnvironment,
): Promise<MsalIdentity> {
  // What `connect` loads comes beside it: a window has to follow the click at once.
  const [{ createMsalIdentity }] = await Promise.all([import('./msal'), import('./sign-in')]);
  return createMsalIdentity(configuration, environment);
}

/** Begins to download that chunk; what becomes of it shows where it is needed. Makes nothing of it. */
export function preloadIdentityLibrary(): void {
  void Promise.all([import('./msal'), import('./sign-in')]).catch(() => undefined);
}
