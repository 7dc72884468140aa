import * as v from 'valibot';
import { StsFailure } from './sts-failure';

/** The part of an OpenID Connect `claims` parameter that changes an answer. */
export interface RequestedClaims {
  /** The client can handle claims challenges (MSAL: `clientCapabilities: ['CP1']`). */
  readonly continuousAccess: boolean;
  /** A step-up: the resource or a policy demands a second factor. */
  readonly secondFactor: boolean;
  /** Authentication contexts (`acrs`) that the step-up is for, e.g. `c1`. */
  readonly authenticationContexts: readonly string[];
}

const wanted = v.optional(
  v.nullable(v.looseObject({ value: v.optional(v.string()), values: v.optional(v.array(v.string()), []) })),
);

const claimsSchema = v.looseObject({
  access_token: v.optional(v.nullable(v.looseObject({ acrs: wanted, capolids: wanted, xms_cc: wanted }))),
  id_token: v.optional(v.nullable(v.looseObject({ acrs: wanted, amr: wanted }))),
});

/** @throws StsFailure 9002313 for a value that is no JSON object. */
export function readClaims(claims: string | undefined): RequestedClaims {
  if (claims === undefined || claims === '') {
    return { continuousAccess: false, secondFactor: false, authenticationContexts: [] };
  }
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), claimsSchema), claims);
  if (!parsed.success) throw new StsFailure(9002313, { x: "The parameter 'claims' is not a JSON object." });
  const { access_token: access, id_token: id } = parsed.output;
  const authenticationContexts = [...valuesOf(access?.acrs), ...valuesOf(id?.acrs)];
  return {
    continuousAccess: valuesOf(access?.xms_cc).some((value) => value.toLowerCase() === 'cp1'),
    authenticationContexts,
    secondFactor:
      authenticationContexts.length > 0 ||
      valuesOf(access?.capolids).length > 0 ||
      valuesOf(id?.amr).includes('mfa'),
  };
}

function valuesOf(claim: v.InferOutput<typeof wanted>): readonly string[] {
  const single = claim?.value;
  return [...(claim?.values ?? []), ...(single === undefined ? [] : [single])];
}

/** The policy that asks for a second factor; a client gives its id back in the next request. */
const POLICY_ID = '5c6f7d3e-0000-4000-8000-00000000ca01';

/** The `claims` of an AADSTS50076: what the client has to ask for interactively. */
export function stepUpClaims({ authenticationContexts: [context] }: RequestedClaims): string {
  const demanded =
    context === undefined
      ? { capolids: { essential: true, values: [POLICY_ID] } }
      : { acrs: { essential: true, value: context } };
  return JSON.stringify({ access_token: demanded });
}
