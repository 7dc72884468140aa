import { resolveCloud } from '../auth';
import { hostPageDirectives, openSignIn } from '../control';
import { createGraph } from '../graph';
import { createThrottleGate, type Environment } from '../lib';
import { askHost, type HostAnswer } from './ask-host';
import type { CheckContext, SelfTestParts } from './check-context';
import { createClockEvidence } from './clock-evidence';
import { createPageProbe } from './page-probe';
import type { SelfTestOptions } from './run-self-test';
import { usesHostTokens, type SelfTestSettings } from './settings';
import { createSignInAttempt } from './sign-in-attempt';
import { createTestFiles } from './test-file';

/** Milliseconds that one answer may take. */
const DEADLINE = 10_000;

/** What all checks of one run have in common. Nothing is asked and nobody is signed in until a check needs it. */
export function createCheckContext(
  settings: SelfTestSettings,
  options: SelfTestOptions,
  signal: AbortSignal,
  environment: Environment,
): CheckContext & { readonly dispose: () => void } {
  const page = createPageProbe();
  const deadline = options.deadline ?? DEADLINE;
  let made: (SelfTestParts & { readonly dispose: () => void }) | undefined;
  const parts = () => (made ??= createParts(settings, options, environment));
  let redirectPage: Promise<HostAnswer> | undefined;
  const endListening = environment.rememberForbidden();
  return {
    settings,
    environment,
    page,
    signal,
    deadline,
    clock: createClockEvidence(environment),
    parts,
    redirectPage: () => (redirectPage ??= askRedirectPage({ settings, environment, page, signal, deadline })),
    attempt: createSignInAttempt({ auth: () => parts().auth, waitForClick: options.waitForClick, signal }),
    waitForClick: options.waitForClick,
    files: createTestFiles(environment),
    dispose: () => {
      endListening();
      made?.dispose();
    },
  };
}

function createParts(
  settings: SelfTestSettings,
  { bytesOrigins }: SelfTestOptions,
  environment: Environment,
): SelfTestParts & { readonly dispose: () => void } {
  const way = usesHostTokens(settings) ? settings : { signIn: settings, graphRoot: settings.graphRoot };
  const { auth, graphRoot, disposeAuth } = openSignIn(way, environment);
  const cloud = { ...resolveCloud(settings), graphRoot };
  return {
    auth,
    cloud,
    policy: hostPageDirectives({ cloud, bytesOrigins }),
    // A gate of its own: what a control of this page was told to wait for is nothing to the test.
    graph: createGraph({
      root: graphRoot,
      accessTokens: auth,
      environment,
      gate: createThrottleGate(environment),
    }),
    dispose: () => disposeAuth?.(),
  };
}

/** As the browser gets it when a sign-in returns: with the cookies of the portal, past every cache. */
function askRedirectPage(
  context: Pick<CheckContext, 'settings' | 'environment' | 'page' | 'signal' | 'deadline'>,
): Promise<HostAnswer> {
  const address = 'redirectUri' in context.settings ? context.settings.redirectUri : '';
  return askHost(context, address, { credentials: 'same-origin', cache: 'no-store', redirect: 'manual' });
}
