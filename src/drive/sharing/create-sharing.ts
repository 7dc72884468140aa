import type { DriveItem, Graph, ItemReference, Party, Permission } from '../../graph';
import {
  createStore,
  isCancelled,
  OneDriveError,
  toOneDriveError,
  type ReadableStore,
  type Store,
} from '../../lib';
import { isDoubtful, look } from '../changes';
import type { DriveRequests } from '../drive-requests';
import { createChange } from './create-change';
import {
  findOptionRefusals,
  findRefusedOption,
  optionsOf,
  type OptionRefusals,
  type SharingOption,
} from './link-terms';
import { createPermissionRequests, type PermissionRequests } from './permission-requests';
import type { InviteOutcome, InviteWish, ItemSharing, PeopleSource, Sharing } from './sharing';
import { followSharing, UNKNOWN_SHARING, type SharingEvent } from './sharing-state';

export interface SharingOptions {
  readonly graph: Graph;
  readonly requests: Pick<DriveRequests, 'item'>;
  /** Resolves when writing is allowed, perhaps after asking the user. */
  readonly authorizeWrite: (signal?: AbortSignal) => Promise<void>;
  /** Links or permissions of it were changed. */
  readonly tellShared: (item: DriveItem) => void;
  readonly people: PeopleSource;
  /** Who is signed in: what one of them was told or refused is not the other's. */
  readonly accountId: () => string | undefined;
}

/** What is remembered of a drive, and of people, while the control lives. */
interface Memory {
  readonly refusalsOf: (driveId: string) => Store<OptionRefusals>;
  readonly people: Map<string, Party>;
}

/** Sharing by Microsoft Graph. What the service refuses is remembered by drive, for whoever is signed in. */
export function createSharing(options: SharingOptions): Sharing {
  const memories = new Map<string, Memory>();
  return {
    of: (item) => {
      const account = options.accountId() ?? '';
      const memory = memories.get(account) ?? createMemory();
      memories.set(account, memory);
      return shareItem(options, item, memory);
    },
  };
}

function createMemory(): Memory {
  const refusals = new Map<string, Store<OptionRefusals>>();
  return {
    people: new Map(),
    refusalsOf: (driveId) => {
      const known = refusals.get(driveId) ?? createStore<OptionRefusals>(new Map());
      refusals.set(driveId, known);
      return known;
    },
  };
}

function shareItem(options: SharingOptions, item: DriveItem, memory: Memory): ItemSharing {
  // A shortcut has no permissions of its own.
  const target: ItemReference = item.remoteItem ?? item;
  const requests = createPermissionRequests(options.graph, target);
  const ended = new AbortController();
  const state = createStore(UNKNOWN_SHARING);
  const follow = (event: SharingEvent) => {
    if (!ended.signal.aborted) state.update((now) => followSharing(now, event));
  };
  const list = async () => {
    const permissions = await requests.list(ended.signal);
    for (const party of permissions.flatMap(({ people }) => people)) remember(memory, party);
    follow({ type: 'told', permissions });
  };
  const refresh = () => {
    follow({ type: 'asked' });
    list().catch((cause: unknown) => {
      if (!isCancelled(cause)) follow({ type: 'untold', error: toOneDriveError(cause) });
    });
  };
  const refused = memory.refusalsOf(target.driveId);
  const learning = createLearning(refused);
  const { authorizeWrite } = options;
  const tellShared = () => options.tellShared(item);
  const change = createChange({ options, item, target, requests, state, follow, refresh, tellShared });
  return {
    state,
    refusals: withKnown(item, refused),
    refresh,
    createLink: async (wish, signal) => {
      const known = new Set(state.get().entries.map(({ permission }) => permission.id));
      await authorizeWrite(signal);
      const permission = await learning(optionsOf(wish), () => requests.createLink(wish, signal));
      follow({ type: 'put', permission });
      tellShared();
      return { permission, isOld: known.has(permission.id) };
    },
    invite: async (wish, signal) => {
      await authorizeWrite(signal);
      const before = addressesOf(state.get().entries.map(({ permission }) => permission));
      const outcomes = await learning(inviteOptions(wish), () => invite(requests, wish, before, signal));
      if (outcomes.some(({ error }) => !error)) tellShared();
      refresh();
      return outcomes;
    },
    changeRole: (id, role) => change(id, { kind: 'role', role }),
    revoke: (id) => change(id, { kind: 'revoke' }),
    people: options.people,
    suggest: async (signal) => {
      const known = [...memory.people.values()];
      if (options.people === 'known') return known;
      const others = await look(() => requests.people(signal));
      for (const party of others ?? []) remember(memory, party);
      return [...memory.people.values()];
    },
    dispose: () => ended.abort(),
  };
}

function remember({ people }: Memory, party: Party): void {
  if (party.email) people.set(party.email.toLowerCase(), party);
}

/** What is known of the item beforehand, and what the service has refused since. */
function withKnown(item: DriveItem, refused: ReadableStore<OptionRefusals>): ReadableStore<OptionRefusals> {
  const known = findOptionRefusals(item);
  let from: OptionRefusals | undefined;
  let all = known;
  return {
    subscribe: refused.subscribe,
    get: () => {
      if (from === refused.get()) return all;
      from = refused.get();
      all = new Map([...from, ...known]);
      return all;
    },
  };
}

/** Runs something that asks for options, and remembers which of them the service won't give. */
function createLearning(refused: Store<OptionRefusals>) {
  return async <T>(asked: readonly SharingOption[], run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (cause) {
      const found = findRefusedOption(asked, toOneDriveError(cause));
      if (found) refused.update((now) => new Map([...now, found]));
      throw cause;
    }
  };
}

function inviteOptions({ expires, requiresSignIn }: InviteWish): readonly SharingOption[] {
  const asked = [
    expires !== undefined && 'invite-expiry',
    !requiresSignIn && 'invite-without-sign-in',
  ] as const;
  return asked.filter((option) => option !== false);
}

/** After a lost answer, whoever has access now was let in; nobody is sent a second mail unasked. */
async function invite(
  requests: PermissionRequests,
  wish: InviteWish,
  before: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<readonly InviteOutcome[]> {
  const { emails } = wish;
  try {
    const refusals = await requests.invite(wish, signal);
    return emails.map((email) => {
      const refusal = refusals.find((each) => each.email.toLowerCase() === email.toLowerCase());
      return {
        email,
        ...(refusal && { error: new OneDriveError('invalid-request', { serviceCode: refusal.serviceCode }) }),
      };
    });
  } catch (cause) {
    const error = toOneDriveError(cause);
    if (error.serviceCode === 'noResolvedUsers') return emails.map((email) => ({ email, error }));
    const now = isDoubtful(cause) ? await look(() => requests.list(signal)) : undefined;
    const after = addressesOf(now ?? []);
    const isLetIn = (email: string) => after.has(email.toLowerCase()) && !before.has(email.toLowerCase());
    if (!emails.some(isLetIn)) throw error;
    return emails.map((email) => ({ email, ...(!isLetIn(email) && { error }) }));
  }
}

function addressesOf(permissions: readonly Permission[]): ReadonlySet<string> {
  return new Set(permissions.flatMap(({ people }) => people.map(({ email }) => email?.toLowerCase() ?? '')));
}
