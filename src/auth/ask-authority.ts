import * as v from 'valibot';
import { isLoopback, OneDriveError, type Environment } from '../lib';

const errorSchema = v.looseObject({ error: v.string(), error_codes: v.optional(v.array(v.number()), []) });
/** "Tenant … not found", and "the tenant name is no valid domain or id". */
const UNKNOWN = new Set([90002, 900023]);

/**
 * Why no window of this authority can ever come back, if that is certain: asked of its discovery document, which is
 * open to any page by CORS. Elsewhere a failure to ask is no answer; on this very computer nobody is there to give one.
 */
export async function findAuthorityProblem(
  authority: string,
  environment: Pick<Environment, 'fetch'>,
): Promise<OneDriveError | undefined> {
  const ask = () =>
    environment
      .fetch(`${authority}/v2.0/.well-known/openid-configuration`, {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      })
      .catch(() => undefined);
  const isHere = isLoopback(authority);
  // An emulator ends idle connections, and a request that has just taken one is lost with it.
  const response = (await ask()) ?? (isHere ? await ask() : undefined);
  if (!response) return isHere ? new OneDriveError('offline', { serviceCode: 'emulator-silent' }) : undefined;
  const isUnknown = !response.ok && (await namesUnknownTenant(response));
  return isUnknown ? new OneDriveError('tenant-unknown', { serviceCode: 'AADSTS90002' }) : undefined;
}

async function namesUnknownTenant(response: Response): Promise<boolean> {
  const json: unknown = await response.json().catch(() => undefined);
  const { output, success } = v.safeParse(errorSchema, json);
  return (
    success && (output.error === 'invalid_tenant' || output.error_codes.some((code) => UNKNOWN.has(code)))
  );
}
