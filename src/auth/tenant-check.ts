import * as v from 'valibot';
import type { Environment } from '../lib';

const errorSchema = v.looseObject({ error: v.string(), error_codes: v.optional(v.array(v.number()), []) });
/** "Tenant … not found", and "the tenant name is no valid domain or id". */
const UNKNOWN = new Set([90002, 900023]);

/** Asks the authority's discovery document (open to any page by CORS). A failure to ask is no answer. */
export async function isTenantUnknown(
  authority: string,
  environment: Pick<Environment, 'fetch'>,
): Promise<boolean> {
  try {
    const response = await environment.fetch(`${authority}/v2.0/.well-known/openid-configuration`, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    if (response.ok) return false;
    const { output, success } = v.safeParse(errorSchema, await response.json());
    return (
      success && (output.error === 'invalid_tenant' || output.error_codes.some((code) => UNKNOWN.has(code)))
    );
  } catch {
    return false;
  }
}
