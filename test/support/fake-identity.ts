import type { Account } from '../../src/auth';
import type {
  IdentityClient,
  IssuedToken,
  SignInRequest,
  SilentRequest,
} from '../../src/auth/identity-client';

interface Asked<Request> {
  readonly request: Request;
  resolve(issued: IssuedToken): void;
  reject(reason: unknown): void;
}

/** An identity library whose windows and renewals end when, and as, the test says. */
export interface FakeIdentity extends IdentityClient {
  readonly signIns: readonly Asked<SignInRequest>[];
  readonly renewals: readonly Asked<SilentRequest>[];
  /** `close`, `forget:<id>`, `signOut:<id>`, in order. */
  readonly calls: readonly string[];
}

export function buildAccount(id = 'megan'): Account {
  return { id, name: `Name of ${id}`, username: `${id}@contoso.example`, tenantId: 'tenant' };
}

export function buildIssued(id = 'megan', token = `token of ${id}`): IssuedToken {
  return { token, account: buildAccount(id), expiresOn: 1000 };
}

export function createFakeIdentity(cached?: Account): FakeIdentity {
  const signIns: Asked<SignInRequest>[] = [];
  const renewals: Asked<SilentRequest>[] = [];
  const calls: string[] = [];
  const ask = <Request>(list: Asked<Request>[], request: Request) =>
    new Promise<IssuedToken>((resolve, reject) => {
      list.push({ request, resolve, reject });
    });
  return {
    signIns,
    renewals,
    calls,
    currentAccount: () => cached,
    signIn: (request) => ask(signIns, request),
    acquireToken: (request) => ask(renewals, request),
    closeWindow: () => calls.push('close'),
    forget: async ({ id }) => void calls.push(`forget:${id}`),
    signOut: async ({ id }) => void calls.push(`signOut:${id}`),
  };
}
