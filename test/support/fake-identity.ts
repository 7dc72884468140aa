import type { Account } from '../../src/auth';
// As MSAL brings it along: `connect` finds it there.
import '../../src/auth/sign-in';
import { OneDriveError, untilAborted } from '../../src/lib';
import type {
  IdentityClient,
  IssuedToken,
  SignInRequest,
  SilentRequest,
  WindowLook,
} from '../../src/auth/identity-client';

interface Asked<Request> {
  readonly request: Request;
  resolve(issued: IssuedToken): void;
  reject(reason: unknown): void;
}

/** An identity library whose windows and renewals end when, and as, the test says. */
export interface FakeIdentity extends IdentityClient {
  /** What is seen of the window. */
  sees: WindowLook;
  /** With what the page has come back from Microsoft. */
  back: IssuedToken | OneDriveError | Promise<IssuedToken> | undefined;
  readonly signIns: readonly Asked<SignInRequest>[];
  /** Departures of the page to Microsoft. */
  readonly leaves: readonly Asked<SignInRequest>[];
  readonly renewals: readonly Asked<SilentRequest>[];
  readonly silent: readonly Asked<Pick<SilentRequest, 'scopes'>>[];
  /** The page knows who its user is. */
  hint(): void;
  /** `close`, `activate:<id>`, `forget:<id>`, `signOut:<id>`, in order. */
  readonly calls: readonly string[];
  /** It has this one stored, as the active one. */
  become(account: Account): void;
  /** Another tab signs people in and out. */
  comeAndGo(accounts: readonly Account[]): void;
}

export function buildAccount(id = 'megan'): Account {
  return { id, name: `Name of ${id}`, username: `${id}@contoso.example`, tenantId: 'tenant' };
}

export function buildIssued(id = 'megan', token = `token of ${id}`): IssuedToken {
  return { token, account: buildAccount(id), expiresOn: 1000 };
}

export function createFakeIdentity(cached?: Account, others: readonly Account[] = []): FakeIdentity {
  const known = new Map([...(cached ? [cached] : []), ...others].map((account) => [account.id, account]));
  const signIns: Asked<SignInRequest>[] = [];
  const leaves: Asked<SignInRequest>[] = [];
  const renewals: Asked<SilentRequest>[] = [];
  const silent: Asked<Pick<SilentRequest, 'scopes'>>[] = [];
  let hinted = false;
  const calls: string[] = [];
  const listeners = new Set<() => void>();
  let current = cached;
  const ask = <Request>(list: Asked<Request>[], request: Request) =>
    new Promise<IssuedToken>((resolve, reject) => {
      list.push({ request, resolve, reject });
    });
  const fake: FakeIdentity = {
    sees: 'none',
    back: undefined,
    signIns,
    leaves,
    renewals,
    calls,
    accounts: () => [...known.values()],
    currentAccount: () => current,
    activate: ({ id }) => void calls.push(`activate:${id}`),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    become: (account) => {
      known.set(account.id, account);
      current = account;
    },
    comeAndGo: (accounts) => {
      known.clear();
      for (const account of accounts) known.set(account.id, account);
      current = accounts.find(({ id }) => id === current?.id) ?? accounts[0];
      listeners.forEach((listener) => listener());
    },
    signIn: async (request) => {
      const issued = await ask(signIns, request);
      known.set(issued.account.id, issued.account);
      return issued;
    },
    signInSilently: (request) =>
      hinted ? ask(silent, request) : Promise.reject(new OneDriveError('sign-in-needed')),
    hint: () => {
      hinted = true;
    },
    silent,
    acquireToken: (request) => ask(renewals, request),
    look: () => fake.sees,
    leave: async (request, signal) => {
      await untilAborted(ask(leaves, request), signal);
      throw new TypeError('A page that leaves has no result.');
    },
    returned: async () => {
      const back = await fake.back;
      if (back instanceof OneDriveError) throw back;
      return back;
    },
    closeWindow: () => calls.push('close'),
    forget: async ({ id }) => {
      known.delete(id);
      calls.push(`forget:${id}`);
    },
    signOut: async ({ id }) => {
      known.delete(id);
      calls.push(`signOut:${id}`);
    },
  };
  return fake;
}
