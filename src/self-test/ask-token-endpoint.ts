import * as v from 'valibot';
import type { SignInSettings } from '../auth';
import { askHost, readJson } from './ask-host';
import type { CheckContext } from './check-context';

const refusal = v.looseObject({
  error_codes: v.optional(v.array(v.number()), []),
  timestamp: v.optional(v.string()),
});

/**
 * Redeems a code that nobody issued. Microsoft refuses it; with what number says something of the registration where
 * it looks at that first, and nothing otherwise. Its answer also names the time.
 */
export async function askTokenEndpoint(
  context: CheckContext,
  settings: SignInSettings,
): Promise<number | undefined> {
  const { clientId, redirectUri } = settings;
  const answer = await askHost(context, `${context.parts().cloud.authority}/oauth2/v2.0/token`, {
    method: 'POST',
    // Form-encoded, as URLSearchParams are: a simple request, as MSAL's own.
    body: new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      grant_type: 'authorization_code',
      code: 'self-test',
      code_verifier: context.environment.randomId().repeat(2),
      scope: 'openid',
    }),
  });
  if (answer.kind !== 'answered') return undefined;
  const { success, output } = v.safeParse(refusal, readJson(answer));
  if (!success) return undefined;
  context.clock.hear(output.timestamp);
  return output.error_codes[0];
}
