import { createAuth, resolveCloud, type CloudChoice, type SignInSettings } from '../../src/auth';
import { hostPageDirectives } from '../../src/control';
import { createGraph } from '../../src/graph';
import { createThrottleGate } from '../../src/lib';
import type { FrameAnswer } from '../../src/self-test/ask-frame';
import type { CheckContext } from '../../src/self-test/check-context';
import { createClockEvidence } from '../../src/self-test/clock-evidence';
import { createSignInAttempt } from '../../src/self-test/sign-in-attempt';
import { createTestFiles } from '../../src/self-test/test-file';
import { createFakeIdentity } from './fake-identity';
import { createManualEnvironment, type ManualEnvironment } from './manual-environment';

const ORIGIN = 'https://portal.example';

interface CheckScene {
  readonly context: CheckContext;
  readonly environment: ManualEnvironment;
  /** Addresses that were shown in a hidden frame. */
  readonly framed: string[];
  /** What comes of showing them; silence unless told. */
  frame: FrameAnswer;
}

/** What one check of the self-test is given, on a page whose network and frames are functions. */
export function createCheckScene(choice: CloudChoice): CheckScene {
  const manual = createManualEnvironment();
  // Moments between two steps pass by themselves.
  const environment = { ...manual, after: passing };
  const settings: SignInSettings = {
    clientId: '22222222-2222-4222-8222-222222222222',
    redirectUri: `${ORIGIN}/oauth2callback.html`,
    ...choice,
  };
  const { signal } = new AbortController();
  const scene: CheckScene = {
    environment: manual,
    framed: [],
    frame: { kind: 'silent', shown: undefined },
    context: {
      settings,
      environment,
      page: createPage((address) => {
        scene.framed.push(address);
        return scene.frame;
      }),
      signal,
      deadline: 1_000,
      clock: createClockEvidence(environment),
      parts: () => parts,
      redirectPage: async () => ({ kind: 'blocked' }),
      attempt: createSignInAttempt({ auth: () => parts.auth, waitForClick: undefined, signal }),
      waitForClick: undefined,
      files: createTestFiles(environment),
    },
  };
  const parts = createParts(settings, environment);
  return scene;
}

function createParts(choice: CloudChoice, environment: ManualEnvironment) {
  const cloud = resolveCloud(choice);
  const { authority, graphRoot: root } = cloud;
  const auth = createAuth({ loadIdentity: async () => createFakeIdentity(), authority, environment });
  const gate = createThrottleGate(environment);
  const graph = createGraph({ root, accessTokens: auth, environment, gate });
  return { cloud, auth, graph, policy: hostPageDirectives({ cloud }) };
}

function createPage(show: (address: string) => FrameAnswer): CheckContext['page'] {
  return {
    origin: ORIGIN,
    browser: 'a browser',
    isSecure: true,
    canStore: () => true,
    framing: async () => ({ framed: false, crossOrigin: false, ownStorage: true }),
    hasServiceWorker: async () => false,
    watchPolicy: () => ({ refused: () => false, end: () => undefined }),
    tryImage: async () => undefined,
    tryFrame: async () => undefined,
    askFrame: async ({ address }) => show(address),
  };
}

function passing(milliseconds: number, callback: () => void): () => void {
  if (milliseconds > 0) return () => undefined;
  const timer = setImmediate(callback);
  return () => clearImmediate(timer);
}
