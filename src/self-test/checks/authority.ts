import * as v from 'valibot';
import { isMicrosoftGraph } from '../../auth';
import { isLoopback } from '../../lib';
import { askHost, readJson } from '../ask-host';
import type { Check } from '../check';
import type { CheckContext } from '../check-context';
import { failed, passed, type Outcome } from '../outcome';
import { ownSignIn } from '../own-sign-in';

const discovery = v.looseObject({ issuer: v.string(), msgraph_host: v.optional(v.string()) });
const refusal = v.looseObject({ error: v.string(), error_codes: v.optional(v.array(v.number()), []) });
/** "Tenant … not found", and "the tenant name is no valid domain or id". */
const UNKNOWN = new Set([90002, 900023]);

/** Microsoft's sign-in answers, knows the tenant, and belongs to the same cloud as the Graph of the settings. */
export const authority: Check = {
  id: 'authority',
  needs: ['policy'],
  run: ownSignIn(async (context) => {
    const { authority: address } = context.parts().cloud;
    const host = new URL(address).host;
    const answer = await askHost(context, `${address}/v2.0/.well-known/openid-configuration`);
    if (answer.kind !== 'answered') {
      return failed(isLoopback(address) ? 'emulator-silent' : 'login-unreachable', { host });
    }
    const json = readJson(answer);
    if (v.is(refusal, json)) {
      const { error, error_codes } = v.parse(refusal, json);
      const isUnknown = error === 'invalid_tenant' || error_codes.some((code) => UNKNOWN.has(code));
      if (isUnknown) return failed('tenant-unknown', { tenant: address.split('/').at(-1) ?? '' });
    }
    const known = v.safeParse(discovery, json);
    if (!known.success)
      return failed('login-answers-strangely', { host, status: String(answer.response.status) });
    return compareClouds(context, known.output.msgraph_host);
  }),
};

/** Discovery names the Graph of the tenant's own cloud. Behind a gateway of the page's own may stand any. */
function compareClouds({ parts }: CheckContext, graph: string | undefined): Outcome {
  const { graphRoot } = parts().cloud;
  const { host } = new URL(graphRoot);
  if (graph === undefined || graph === host || !isMicrosoftGraph(graphRoot)) return passed();
  return failed('cloud-mismatch', { graph: host, expected: graph });
}
