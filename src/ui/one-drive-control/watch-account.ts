import type { Account, Connection } from '../../auth';
import type { ReadableStore } from '../../lib';

interface Followers {
  /** Somebody is signed in, where nobody was. */
  readonly come: () => void;
  /** Whoever was signed in is not any more; somebody else may be. */
  readonly leave: (isSignedOut: boolean) => void;
}

/** @returns whether the account of this moment is the one that everybody has been told of */
export function watchAccount(
  connection: ReadableStore<Connection>,
  ended: AbortSignal,
  { come, leave }: Followers,
): () => boolean {
  let before = accountOf(connection.get());
  const stop = connection.subscribe(() => {
    const now = accountOf(connection.get());
    const isSignedOut = connection.get().state === 'signed-out';
    const last = before;
    if (now !== undefined || isSignedOut) before = now;
    if (last === undefined) {
      if (now !== undefined) come();
    } else if (isSignedOut) {
      leave(true);
    } else if (now !== undefined && !isSameAccount(last, now)) {
      leave(false);
    }
  });
  ended.addEventListener('abort', stop);
  return () => {
    const now = accountOf(connection.get());
    return before !== undefined && now !== undefined && isSameAccount(before, now);
  };
}

/** Whoever had no name may have one by now; who may be somebody else is signed out in between. */
function isSameAccount(before: Account, now: Account): boolean {
  return before.id === '' || before.id === now.id;
}

function accountOf(connection: Connection): Account | undefined {
  return 'account' in connection ? connection.account : undefined;
}
