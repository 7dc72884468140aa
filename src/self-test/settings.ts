import type { SignInSettings } from '../auth';
import type { HostSignIn } from '../control';

/** What the control is given: how it signs in, or whose tokens it uses. */
export type SelfTestSettings = (SignInSettings & { readonly graphRoot?: string | undefined }) | HostSignIn;

/** Whether the page signs the user in and gives its tokens. */
export function usesHostTokens(settings: SelfTestSettings): settings is HostSignIn {
  return 'getAccessToken' in settings && settings.getAccessToken !== undefined;
}
