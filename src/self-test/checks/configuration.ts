import { readSignIn, resolveCloud, type SignInSettings } from '../../auth';
import { toOneDriveError } from '../../lib';
import type { Cause } from '../causes';
import type { Check } from '../check';
import { failed, passed, type Outcome } from '../outcome';
import { usesHostTokens, type SelfTestSettings } from '../settings';

/** The settings are well-formed; nothing is sent anywhere yet. */
export const configuration: Check = {
  id: 'configuration',
  needs: [],
  run: async ({ settings, page }) => {
    const secret = findSecret(settings);
    if (secret) return failed('secret-in-page', { setting: secret });
    return usesHostTokens(settings) ? checkCloud(settings) : checkSignIn(settings, page.origin);
  },
};

/** What a page holds everybody can read, and a single-page application needs no secret. */
function findSecret(settings: SelfTestSettings): string | undefined {
  return Object.keys(settings).find((key) => /secret|password/i.test(key));
}

function checkCloud(settings: SelfTestSettings): Outcome {
  try {
    resolveCloud(settings);
    return passed();
  } catch (reason) {
    return failed('cloud-invalid', { setting: toOneDriveError(reason).serviceCode ?? 'cloud' });
  }
}

function checkSignIn(settings: SignInSettings, origin: string): Outcome {
  const reading = readSignIn(settings);
  const [problem] = reading.kind === 'wrong' ? reading.problems : [];
  if (problem) {
    const setting = problem.code.slice(0, problem.code.indexOf('.'));
    if (problem.code.endsWith('.secret')) return failed('secret-as-id', { setting });
    return failed(causeOf(setting), { setting, value: problem.value });
  }
  const { redirectUri } = settings;
  const isOurs = new URL(redirectUri).origin === origin;
  return isOurs ? passed() : failed('redirect-uri-elsewhere', { redirectUri, origin });
}

function causeOf(setting: string): Cause {
  if (setting === 'clientId') return 'client-id-invalid';
  if (setting === 'redirectUri') return 'redirect-uri-invalid';
  return setting === 'scopes' ? 'scopes-invalid' : 'cloud-invalid';
}
