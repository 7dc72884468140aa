import * as v from 'valibot';
import { isLoopback } from '../../lib';
import { askHost, readJson } from '../ask-host';
import type { Check } from '../check';
import { failed, passed } from '../outcome';

const text = v.optional(v.string());
const refusal = v.looseObject({
  error: v.looseObject({ code: v.string(), innerError: v.optional(v.looseObject({ date: text })) }),
});

/** Microsoft Graph answers this page. Without a token it says no, in its own words: that is enough to know. */
export const graph: Check = {
  id: 'graph',
  needs: ['policy'],
  run: async (context) => {
    const { graphRoot } = context.parts().cloud;
    const { host } = new URL(graphRoot);
    // With a header of the control's own: the browser asks first, as it does for every call.
    const headers = { 'client-request-id': context.environment.randomId() };
    const answer = await askHost(context, `${graphRoot}/me`, { headers });
    if (answer.kind !== 'answered') {
      return failed(isLoopback(graphRoot) ? 'emulator-silent' : 'graph-unreachable', { host });
    }
    const { success, output } = v.safeParse(refusal, readJson(answer));
    if (!success || answer.response.status !== 401) {
      return failed('graph-answers-strangely', { host, status: String(answer.response.status) });
    }
    context.clock.hear(output.error.innerError?.date);
    return passed();
  },
};
