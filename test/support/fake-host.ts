import type { Account, GetAccessToken, HostToken, HostTokenRequest, Identify } from '../../src/auth';

interface AskedHost {
  readonly request: HostTokenRequest;
  give(token: string | HostToken): void;
  refuse(reason: unknown): void;
}

/** A page that owns the sign-in: it answers when, and as, the test says. */
export interface FakeHost {
  readonly getAccessToken: GetAccessToken;
  readonly asked: readonly AskedHost[];
  /** The last question. */
  last(): AskedHost;
  readonly identify: Identify;
  /** How often Graph was asked whose the tokens are. */
  readonly identified: readonly string[];
  /** What Graph says from now on: an account, or how it fails. */
  belongsTo(owner: Account | Error): void;
}

export function buildHostAccount(id = 'megan'): Account {
  return { id, name: `Name of ${id}`, username: `${id}@contoso.example`, tenantId: '' };
}

export function createFakeHost(): FakeHost {
  const asked: AskedHost[] = [];
  const identified: string[] = [];
  let owner: Account | Error = buildHostAccount();
  return {
    asked,
    identified,
    last: () => {
      const last = asked.at(-1);
      if (!last) throw new Error('The host was not asked.');
      return last;
    },
    getAccessToken: (request) =>
      new Promise((resolve, reject) => {
        asked.push({ request, give: resolve, refuse: reject });
      }),
    identify: async (tokens, signal) => {
      identified.push(await tokens.getAccessToken({ access: 'read', signal }));
      if (owner instanceof Error) throw owner;
      return owner;
    },
    belongsTo: (next) => {
      owner = next;
    },
  };
}
