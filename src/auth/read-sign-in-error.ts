import { invalidSetting, OneDriveError, type Environment } from '../lib';

const loadTables = () => import('./sign-in-error');

/** What the codes mean comes right behind the library, so that it is there when something fails. */
export function preloadSignInErrors(): void {
  // What could not be loaded is asked for again when it is needed.
  loadTables().catch(() => undefined);
}

/** Any failure of the identity library as the control's error. */
export async function readSignInError(
  reason: unknown,
  authority: string,
  { isForbidden }: Pick<Environment, 'isForbidden'>,
): Promise<OneDriveError> {
  try {
    const { toSignInError } = await loadTables();
    const error = toSignInError(reason);
    // The library has one code for whatever keeps it from its host; the page's own policy is not for waiting.
    if (error.code !== 'offline' || !(await isForbidden(authority))) return error;
    return invalidSetting('content-security-policy', reason);
  } catch {
    // Without a network nothing more can be told apart than whether a person has to be asked.
    const isAsking = reason instanceof Error && reason.name === 'InteractionRequiredAuthError';
    return new OneDriveError(isAsking ? 'sign-in-needed' : 'offline', { cause: reason });
  }
}
