import * as v from 'valibot';
import { documentedLimits, limitStatuses } from '../graph';
import {
  conditionalAccessRules,
  isStsCode,
  openerPolicies,
  refusalPlaces,
  signInAudiences,
} from '../identity';
import type { StsCode } from '../identity';
import { isLoopbackHostname } from '../loopback';

/** Input that is refused; the message is the sentence of the 400 answer. */
export class RefusedInput extends Error {
  override readonly name = 'RefusedInput';
}

const CENTURY = 100 * 365.25 * 86_400_000;

export const clockSchema = v.strictObject({
  advance: v.pipe(
    v.number(),
    v.minValue(0, 'must not be negative: time only moves on'),
    v.maxValue(CENTURY, 'must not be more than a hundred years'),
  ),
});

const budget = v.pipe(v.number(), v.integer(), v.minValue(1));

/** The body of `POST /_emulator/throttling`: what is left out is as documented. */
export const limitsSchema = v.strictObject({
  unitsPerMinute: v.optional(budget, documentedLimits.unitsPerMinute),
  unitsPerDay: v.optional(budget, documentedLimits.unitsPerDay),
  requestsPerFiveMinutes: v.optional(budget, documentedLimits.requestsPerFiveMinutes),
  ingressPerHour: v.optional(budget, documentedLimits.ingressPerHour),
  egressPerHour: v.optional(budget, documentedLimits.egressPerHour),
  status: v.optional(v.picklist(limitStatuses), documentedLimits.status),
});

/** As Entra: https, or plain http on this computer only, and no fragment or wildcard. */
const redirectUri = v.pipe(
  v.string(),
  v.url(),
  v.check((text) => {
    // Valibot goes on after a failed check, so that all of them are told.
    if (!URL.canParse(text)) return false;
    const url = new URL(text);
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHostname(url.hostname));
  }, 'must be https, or http on localhost'),
  v.check((text) => !text.includes('#') && !text.includes('*'), 'must have no fragment and no wildcard'),
);

/** Programs on a computer may also use a scheme of their own; nothing that a browser would run. */
const nativeRedirectUri = v.pipe(
  v.string(),
  v.url(),
  v.check((text) => !/^(javascript|data|blob|vbscript|file):/i.test(text), 'must not be a scheme that runs'),
  v.check((text) => {
    if (!URL.canParse(text)) return false;
    const url = new URL(text);
    return url.protocol !== 'http:' || isLoopbackHostname(url.hostname);
  }, 'must not be plain http on another host'),
  v.check((text) => !text.includes('#') && !text.includes('*'), 'must have no fragment and no wildcard'),
);

export const accountChangeSchema = v.strictObject({
  user: v.pipe(v.string(), v.minLength(1)),
  enabled: v.optional(v.boolean()),
  conditionalAccess: v.optional(v.picklist(conditionalAccessRules)),
  revokeSignIns: v.optional(v.boolean()),
  passwordExpired: v.optional(v.boolean()),
});

/** The body of `POST /_emulator/refusals`. */
export const refusalSchema = v.strictObject({
  code: v.custom<StsCode>(isStsCode, 'is no AADSTS number that the emulator knows'),
  at: v.picklist(refusalPlaces),
  times: v.optional(budget, 1),
  user: v.optional(v.pipe(v.string(), v.minLength(1), v.toLowerCase())),
  claims: v.optional(v.pipe(v.string(), v.check(isJson, 'is not JSON'))),
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export const policySchema = v.pipe(
  v.strictObject({
    anonymousLinks: v.optional(v.boolean()),
    retiredLists: v.optional(v.boolean()),
    coop: v.optional(v.picklist(openerPolicies)),
  }),
  v.check((policy) => Object.keys(policy).length > 0, 'must name what changes'),
);

export const appRegistrationSchema = v.strictObject({
  clientId: v.pipe(v.string(), v.uuid('must be a GUID')),
  name: v.optional(v.pipe(v.string(), v.minLength(1))),
  spa: v.optional(v.array(redirectUri)),
  web: v.optional(v.array(redirectUri)),
  native: v.optional(v.array(nativeRedirectUri)),
  secret: v.optional(v.pipe(v.string(), v.minLength(1))),
  signInAudience: v.optional(v.picklist(signInAudiences)),
  enabled: v.optional(v.boolean()),
  permissions: v.optional(v.array(v.pipe(v.string(), v.minLength(1)))),
  assignedUsers: v.optional(v.array(v.string())),
  allowPublicClient: v.optional(v.boolean()),
  frontChannelLogoutUri: v.optional(redirectUri),
});

/** @throws RefusedInput with one sentence that names the wrong part. */
export async function readJson<Schema extends v.GenericSchema>(
  request: Request,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  let value: unknown;
  try {
    value = await request.json();
  } catch {
    throw new RefusedInput('The body is not JSON.');
  }
  return parseInput(value, schema);
}

export function parseInput<Schema extends v.GenericSchema>(
  value: unknown,
  schema: Schema,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue);
  throw new RefusedInput(`${where === null ? 'The body' : `“${where}”`}: ${issue.message}.`);
}
