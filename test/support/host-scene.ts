import { createHostAuth, type Connection } from '../../src/auth';
import { toOneDriveError, type OneDriveError } from '../../src/lib';
import { createFakeHost } from './fake-host';
import { createManualEnvironment, settled } from './manual-environment';

export const HOUR = 3600_000;
export const READ = ['User.Read', 'Files.Read'];

/** A sign-in that a page owns, on a clock that stands still. */
export function setUpHost(scopes?: readonly string[]) {
  const host = createFakeHost();
  const environment = createManualEnvironment();
  const { getAccessToken, identify } = host;
  const auth = createHostAuth({ getAccessToken, identify, environment, scopes });
  const history: Connection['state'][] = [];
  auth.connection.subscribe(() => history.push(auth.connection.get().state));
  /** What a question for a token came to, without waiting for it. */
  const ask = (request: Parameters<typeof auth.getAccessToken>[0] = { access: 'read' }) =>
    watch(auth.getAccessToken(request));
  return { auth, host, environment, history, ask };
}

export async function connectedHost(token = 'first', life = HOUR) {
  const parts = setUpHost();
  await settled();
  parts.host.last().give({ token, expiresOn: parts.environment.now() + life });
  await settled();
  return parts;
}

/** How a promise stands, without waiting for it. */
export function watch<T>(promise: Promise<T>): { value?: T; error?: OneDriveError } {
  const outcome: { value?: T; error?: OneDriveError } = {};
  promise.then(
    (value) => (outcome.value = value),
    (reason: unknown) => (outcome.error = toOneDriveError(reason)),
  );
  return outcome;
}
