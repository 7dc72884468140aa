import { isSharedTenant, type SignInSettings } from '../../auth';
import { askTokenEndpoint } from '../ask-token-endpoint';
import { bridgeState } from '../bridge-state';
import type { Check } from '../check';
import type { CheckContext } from '../check-context';
import { failed, passed, unchecked, type Facts, type Outcome } from '../outcome';
import { ownSignIn } from '../own-sign-in';

/** Of the directory: "application not found". */
const CLIENT_UNKNOWN = new Set([700016, 700011]);
/** Of a redirect URI that stands under Web: "only for single-page applications", "a secret is missing". */
const NOT_SINGLE_PAGE = new Set([9002326, 7000218]);
/** What Microsoft says to whoever is not signed in: it knows the application and the address, or it would not answer. */
const KNOWN = new Set(['login_required', 'interaction_required', 'consent_required', 'access_denied']);
const PASSING = new Set(['server_error', 'temporarily_unavailable']);

/**
 * The app registration knows the client id and the redirect address. Asked in a hidden frame without a window: where
 * one of them is unknown Microsoft answers on a page of its own, which nobody else can read, so nothing comes back.
 */
export const registration: Check = {
  id: 'registration',
  needs: ['policy', 'redirect-frame', 'authority'],
  run: ownSignIn(async (context, settings) => {
    const { clientId, redirectUri } = settings;
    const facts = { clientId, redirectUri };
    const number = await askTokenEndpoint(context, settings);
    if (number !== undefined && CLIENT_UNKNOWN.has(number)) return failed('client-unknown', facts);
    if (number !== undefined && NOT_SINGLE_PAGE.has(number)) return failed('not-single-page', facts);
    return askWithoutWindow(context, settings, facts);
  }),
};

async function askWithoutWindow(
  { environment, signal, deadline, page, parts }: CheckContext,
  { clientId, redirectUri, domainHint }: SignInSettings,
  facts: Facts,
): Promise<Outcome> {
  const id = environment.randomId();
  const request = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    response_mode: 'fragment',
    scope: 'openid',
    prompt: 'none',
    state: bridgeState(id),
    nonce: environment.randomId(),
    // Nobody has its verifier: a code that comes back is good for nothing.
    code_challenge: 'A'.repeat(43),
    code_challenge_method: 'S256',
    ...(domainHint && { domain_hint: domainHint }),
  });
  const address = `${parts().cloud.authority}/oauth2/v2.0/authorize?${request}`;
  const answer = await page.askFrame({ environment, signal, address, id, deadline });
  if (answer.kind === 'silent') return explainSilence(parts().cloud.authority, facts);
  const error = answer.parameters.get('error');
  if (error === null || KNOWN.has(error)) return passed(facts);
  if (PASSING.has(error)) return unchecked('no-answer');
  const code = /AADSTS\d+/.exec(answer.parameters.get('error_description') ?? '')?.[0] ?? error;
  return failed('registration-refused', { ...facts, code });
}

/** Where apps of many directories are asked for, one that is for a single directory is not answered either. */
function explainSilence(authority: string, facts: Facts): Outcome {
  const tenant = authority.slice(authority.lastIndexOf('/') + 1);
  return isSharedTenant(tenant)
    ? failed('registration-unknown-shared', { ...facts, tenant })
    : failed('registration-unknown', facts);
}
