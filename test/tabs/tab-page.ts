import { createStandardPublicClientApplication, type Configuration } from '@azure/msal-browser';
import { createHostApplicationAuth, createMsalAuth, type Auth, type SignInSettings } from '../../src/auth';
import { createBrowserEnvironment, toOneDriveError } from '../../src/lib';

/** What a test sees of a sign-in, and all that JSON can say of it. */
export interface Shown {
  readonly state: string;
  readonly account: string | undefined;
  readonly error: string | undefined;
  readonly accounts: readonly string[];
}

/** A page with nothing on it but signing in. Each `open` is what another control of the page would do. */
function createTabPage() {
  const environment = createBrowserEnvironment();
  const auths: Auth[] = [];
  const authOf = (index: number) => {
    const auth = auths[index];
    if (!auth) throw new Error(`There is no sign-in ${index}.`);
    return auth;
  };
  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => 'done',
      (reason: unknown) => toOneDriveError(reason).code,
    );
  return {
    open: (settings: SignInSettings) => auths.push(createMsalAuth(settings, environment).auth) - 1,
    /** With an application of the page's own, which the page can have at hand as `pages`. */
    openByHost: async (configuration: Configuration) => {
      const application = await createStandardPublicClientApplication(configuration);
      Reflect.set(globalThis, 'pages', application);
      const authority = 'https://login.localhost/common';
      auths.push(createHostApplicationAuth({ application, authority, environment }));
    },
    show: (index = 0): Shown => {
      const auth = authOf(index);
      const connection = auth.connection.get();
      return {
        state: connection.state,
        account: 'account' in connection ? connection.account?.username : undefined,
        error: 'error' in connection ? connection.error?.code : undefined,
        accounts: auth.accounts.get().map(({ username }) => username),
      };
    },
    connect: (options: { selectAccount?: boolean; write?: boolean } = {}, index = 0) =>
      codeOf(
        authOf(index).connect({
          selectAccount: options.selectAccount ?? false,
          access: options.write ? 'write' : 'read',
        }),
      ),
    switchTo: (username: string, index = 0) => {
      const auth = authOf(index);
      const account = auth.accounts.get().find((known) => known.username === username);
      return codeOf(auth.connect({ account }));
    },
    cancel: (index = 0) => authOf(index).cancelConnect(),
    disconnect: (signOut = false, index = 0) => codeOf(authOf(index).disconnect({ signOut })),
    token: (forceRefresh = false, index = 0) =>
      codeOf(authOf(index).getAccessToken({ access: 'read', forceRefresh })),
  };
}

export type TabPage = ReturnType<typeof createTabPage>;

Reflect.set(globalThis, 'signing', createTabPage());
