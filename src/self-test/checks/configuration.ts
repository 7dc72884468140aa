import { isSecureAddress, toOneDriveError } from '../../lib';
import { resolveCloud } from '../../auth';
import type { Check } from '../check';
import { failed, passed, type Outcome } from '../outcome';
import { usesHostTokens, type SelfTestSettings } from '../settings';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The settings are well-formed; nothing is sent anywhere yet. */
export const configuration: Check = {
  id: 'configuration',
  needs: [],
  run: async ({ settings, page }) =>
    findSecret(settings) ??
    findCloudProblem(settings) ??
    findAddressProblem(settings, page.origin) ??
    passed(),
};

/** What a page holds everybody can read, and a single-page application needs no secret. */
function findSecret(settings: SelfTestSettings): Outcome | undefined {
  const setting = Object.keys(settings).find((key) => /secret|password/i.test(key));
  return setting ? failed('secret-in-page', { setting }) : undefined;
}

function findCloudProblem(settings: SelfTestSettings): Outcome | undefined {
  try {
    resolveCloud(settings);
    return undefined;
  } catch (cause) {
    return failed('cloud-invalid', { setting: toOneDriveError(cause).serviceCode ?? 'cloud' });
  }
}

function findAddressProblem(settings: SelfTestSettings, origin: string): Outcome | undefined {
  if (usesHostTokens(settings)) return undefined;
  const { clientId, redirectUri } = settings;
  if (!GUID.test(clientId)) return failed('client-id-invalid', { clientId });
  if (!isSecureAddress(redirectUri)) return failed('redirect-uri-invalid', { redirectUri });
  if (new URL(redirectUri).origin !== origin)
    return failed('redirect-uri-elsewhere', { redirectUri, origin });
  return undefined;
}
