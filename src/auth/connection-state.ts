import { createStore, type OneDriveError, type ReadableStore } from '../lib';
import { accountOf, type Account, type Connection, type Interaction } from './connection';
import type { IssuedToken } from './identity-client';

/** Who is signed in, and apart from it whether a window is open: what is learnt meanwhile shows when it closes. */
export interface ConnectionState {
  readonly connection: ReadableStore<Connection>;
  account(): Account | undefined;
  /** What whoever is signed in was asked for so far. */
  askedScopes(): readonly string[];
  /** Another number whenever somebody was signed out: an account without a name may be another one then. */
  session(): number;
  isConnecting(): boolean;
  /** What the start of the page brings, while nobody knows it yet. */
  beginning(): Promise<Connection> | undefined;
  /** The page is back from Microsoft, whose answer takes its time: until it is learnt, or given up. */
  comeBack(): void;
  /** A window opens, or the page goes away. */
  open(interaction?: Interaction): void;
  /** The window that is open seems to be gone. */
  noticeWindow(): void;
  /** It closed without a result: what held before holds again. */
  close(): void;
  /** It closed, and this is what holds now. */
  settle(next: Connection): void;
  /** What holds from now on, behind the window if one is open. */
  learn(next: Connection): void;
  /** The window ended in an error. */
  fail(error: OneDriveError): void;
}

export function createConnectionState(): ConnectionState {
  let held: Connection = { state: 'starting' };
  let begun: (first: Connection) => void = () => undefined;
  const beginning = new Promise<Connection>((resolve) => {
    begun = resolve;
  });
  const connection = createStore<Connection>(held);
  let sessions = 0;
  const isConnecting = () => connection.get().state === 'connecting';
  const account = () => accountOf(held);
  const hold = (next: Connection) => {
    held = next;
    begun(next);
  };
  const settle = (next: Connection) => {
    hold(next);
    if (next.state === 'signed-out') sessions += 1;
    connection.set(next);
  };
  return {
    connection,
    account,
    askedScopes: () => (held.state === 'connected' && held.scopes?.asked) || [],
    session: () => sessions,
    isConnecting,
    beginning: () => (held.state === 'starting' ? beginning : undefined),
    open: (interaction) => {
      // What an earlier attempt failed of is history.
      if (held.state === 'signed-out') held = { state: 'signed-out' };
      connection.set({ state: 'connecting', account: account(), ...(interaction && { interaction }) });
    },
    comeBack: () => {
      if (!isConnecting()) connection.set({ state: 'connecting', isBack: true });
    },
    noticeWindow: () => {
      const now = connection.get();
      if (now.state === 'connecting') connection.set({ ...now, isWindowGone: true });
    },
    close: () => connection.set(held),
    settle,
    learn: (next) => {
      if (isSame(held, next)) return;
      hold(next);
      const now = connection.get();
      if (now.state !== 'connecting' || now.isBack) connection.set(next);
    },
    fail: (error) => settle(withError(held, error)),
  };
}

/** The connection that a token proves. */
export function connectedBy({ account, expiresOn, since, scopes }: Omit<IssuedToken, 'token'>): Connection {
  return {
    state: 'connected',
    account,
    expiresOn,
    ...(since !== undefined && { since }),
    ...(scopes && { scopes }),
  };
}

/** Every call of Graph fetches a token: the same one again is no news. */
function isSame(a: Connection, b: Connection): boolean {
  return (
    a.state === 'connected' &&
    b.state === 'connected' &&
    a.account.id === b.account.id &&
    a.expiresOn === b.expiresOn &&
    a.since === b.since &&
    a.scopes === b.scopes
  );
}

/** Who was signed in stays signed in; the error of asking for more is told by whoever asked. */
function withError(held: Connection, error: OneDriveError): Connection {
  if (held.state === 'expired') return { ...held, error };
  return accountOf(held) ? held : { state: 'signed-out', error };
}
