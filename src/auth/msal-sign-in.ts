import type { AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import { OneDriveError, untilAborted, type Environment } from '../lib';
import type { ConnectionRecords } from './connection-records';
import type { IdentityClient, IdentityConfiguration } from './identity-client';
import type { InteractionGuard } from './interaction-guard';
import type { MsalAccounts } from './msal-accounts';
import type { SharedApplication } from './msal-application';
import { keyOfHint } from './msal-hint';
import { signInRequest, silentRequest, tokenScopes } from './msal-requests';
import { createSignInWindow } from './msal-window';
import { readIssued } from './read-account';

export interface MsalParts {
  readonly configuration: IdentityConfiguration;
  readonly environment: Pick<Environment, 'randomId'>;
  readonly shared: SharedApplication;
  readonly accounts: MsalAccounts;
  readonly records: ConnectionRecords;
  readonly interaction: InteractionGuard;
  /** Throws what MSAL has failed of as the control's error. */
  readonly fail: (reason: unknown) => Promise<never>;
}

type WaysIn = 'signIn' | 'look' | 'closeWindow' | 'leave' | 'returned' | 'signInSilently';

/** The ways in: a window, this page itself, and the session that the browser has at Microsoft. */
export function createMsalSignIn(parts: MsalParts): Pick<IdentityClient, WaysIn> {
  const { configuration, environment, shared, accounts, records, interaction, fail } = parts;
  const window = createSignInWindow();
  // The one place where the outcome of a redirect shows; it is memoised, so MsalProvider may ask again.
  const first = shared.current();
  const returned = first.handleRedirectPromise();
  // What went wrong is told to whoever asks.
  returned.catch(() => undefined);
  return {
    signIn: async (request) => {
      if (request.account) records.ask(request.account, request.scopes);
      await accounts.catchUp();
      const application = shared.current();
      interaction.require();
      const state = environment.randomId();
      const unfollow = window.follow(application, state);
      const options = {
        ...signInRequest(configuration, request),
        state,
        overrideInteractionInProgress: true,
      };
      const result = await application.acquireTokenPopup(options).finally(unfollow).catch(fail);
      return connect(parts, { by: application, result, asked: request.scopes });
    },
    look: () => window.look(),
    closeWindow: () => window.close(),
    leave: (request, signal) => leave(parts, request, signal),
    returned: async () => {
      const result = await returned.catch(fail);
      return result ? connect(parts, { by: first, result, asked: [] }) : undefined;
    },
    signInSilently: async ({ scopes }) => {
      const hint = keyOfHint(configuration);
      if (!hint || !shared.isFirst(hint)) throw new OneDriveError('sign-in-needed');
      const application = shared.current();
      const result = await application.ssoSilent(silentRequest(configuration, scopes)).catch(fail);
      return connect(parts, { by: application, result, asked: scopes });
    },
  };
}

interface Answer {
  readonly by: IPublicClientApplication;
  readonly result: AuthenticationResult;
  readonly asked: readonly string[];
}

/** A connection, as a sign-in makes it. */
async function connect({ shared, accounts, records }: MsalParts, { by, result, asked }: Answer) {
  const issued = readIssued(result);
  shared.learn(by, issued.account.id);
  await accounts.catchUp();
  return { ...issued, ...records.connect(issued.account, tokenScopes(result, asked)) };
}

async function leave(
  { configuration, shared, records, interaction, fail }: MsalParts,
  ...[request, signal]: Parameters<IdentityClient['leave']>
): Promise<never> {
  records.ask(request.account, request.scopes);
  interaction.require();
  // One of ours that hangs gives way: of redirects MSAL begins no other beside it.
  interaction.clear();
  const gone = shared.current().acquireTokenRedirect(signInRequest(configuration, request)).catch(fail);
  // Resolved, the page is on its way out.
  const never = gone.then(() => new Promise<never>(() => undefined));
  return untilAborted(never, signal).finally(() => {
    if (!signal.aborted) return;
    globalThis.stop();
    interaction.clear();
  });
}
