import * as v from 'valibot';
import { StsFailure } from './sts-failure';

/** The part of an OpenID Connect `claims` parameter that changes an answer. */
export interface RequestedClaims {
  /** The client can handle claims challenges (MSAL: `clientCapabilities: ['CP1']`). */
  readonly continuousAccess: boolean;
}

const claimsSchema = v.looseObject({
  access_token: v.optional(
    v.nullable(
      v.looseObject({
        xms_cc: v.optional(v.nullable(v.looseObject({ values: v.optional(v.array(v.string())) }))),
      }),
    ),
  ),
});

/** @throws StsFailure 9002313 for a value that is no JSON object. */
export function readClaims(claims: string | undefined): RequestedClaims {
  if (claims === undefined || claims === '') return { continuousAccess: false };
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), claimsSchema), claims);
  if (!parsed.success) throw new StsFailure(9002313, { x: "The parameter 'claims' is not a JSON object." });
  const values = parsed.output.access_token?.xms_cc?.values ?? [];
  return { continuousAccess: values.some((value) => value.toLowerCase() === 'cp1') };
}
