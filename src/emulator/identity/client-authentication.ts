import type { Application } from './applications';
import type { Platform } from './applications';
import type { IdentityState } from './identity-state';
import { requireParameter } from './parameters';
import type { Parameters } from './parameters';
import { StsFailure } from './sts-failure';
import type { Tenant } from './tenants';

/** Who asks for a token, and with which secret. */
export interface Client {
  readonly application: Application;
  readonly secret: string | undefined;
  /** A page sends it with every cross-origin request; a server never. */
  readonly origin: string | null;
}

/**
 * Reads the client from the body (`client_secret_post`) or from HTTP Basic.
 * @throws StsFailure 900144, 9002313, 700016.
 */
export function readClient(
  request: Request,
  parameters: Parameters,
  tenant: Tenant,
  state: IdentityState,
): Client {
  const basic = readBasic(request.headers.get('authorization'));
  const clientId = basic?.clientId ?? requireParameter(parameters, 'client_id');
  const application = state.applications.find(clientId);
  if (application === undefined) throw new StsFailure(700016, { x: clientId, y: tenant.name });
  const secret = basic?.secret ?? parameters.get('client_secret');
  // Programs without a secret send an empty one in HTTP Basic.
  return {
    application,
    secret: secret === '' ? undefined : secret,
    origin: request.headers.get('origin'),
  };
}

/**
 * A page redeems with an `Origin` and no secret; a server with its secret and no `Origin`; a
 * program on a computer with neither.
 * @throws StsFailure 9002327, 700025, 9002326, 7000218, 7000215.
 */
export function requirePlatform(platform: Platform, { application, secret, origin }: Client): void {
  if (platform === 'spa' && origin === null) throw new StsFailure(9002327);
  if (platform !== 'spa' && origin !== null) throw new StsFailure(9002326, { x: origin });
  if (platform !== 'web') {
    if (secret !== undefined) throw new StsFailure(700025);
    return;
  }
  if (secret === undefined) throw new StsFailure(7000218);
  if (secret !== application.secret) throw new StsFailure(7000215, { x: application.clientId });
}

/** RFC 6749 2.3.1: both halves are form-encoded before they are joined. */
function readBasic(header: string | null): { clientId: string; secret: string } | undefined {
  const encoded = /^Basic +(\S+) *$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  try {
    const pair = atob(encoded);
    const colon = pair.indexOf(':');
    if (colon < 0) throw new Error('A Basic header without a colon.');
    return { clientId: formDecode(pair.slice(0, colon)), secret: formDecode(pair.slice(colon + 1)) };
  } catch {
    throw new StsFailure(9002313, { x: 'The Authorization header is not HTTP Basic.' });
  }
}

function formDecode(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}
