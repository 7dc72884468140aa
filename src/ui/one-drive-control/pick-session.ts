import type { Account, Connection } from '../../auth';
import type { DriveItem, PickedItem, Picker, PickRules } from '../../drive';
import type { CancelDetail, PickDetail, PickOptions } from '../../host';
import { OneDriveError, type ReadableStore } from '../../lib';

interface PickListeners {
  readonly onPick: (detail: PickDetail) => void;
  readonly onCancel: (detail: CancelDetail) => void;
}

/** Who wants something to be picked: the mode of the control, or for a while one call of `pick()`. */
export interface PickSession {
  /** @param rulesFor what may be picked in mode `pick` (without options), and in a call */
  setMode(isPick: boolean, rulesFor: (options?: PickOptions) => PickRules): void;
  /** What is chosen already takes the place of what was picked; nothing happens where it is known. */
  preset(items: readonly PickedItem[]): void;
  pick(options: PickOptions): Promise<readonly DriveItem[]>;
  readonly choose: (items: readonly DriveItem[]) => void;
  readonly cancel: () => void;
  /** As `cancel`, without a word to anybody: a form is reset. */
  putBack(): void;
  follow(listeners: PickListeners): () => void;
  /** What was chosen went with its account: nothing is, until the next `preset`. */
  onForgotten(listener: () => void): () => void;
}

interface Call {
  readonly options: PickOptions;
  readonly resolve: (items: readonly DriveItem[]) => void;
  readonly reject: () => void;
}

/** @param ended aborted when the control is gone */
export function createPickSession(
  { picker, connection }: { readonly picker: Picker; readonly connection: ReadableStore<Connection> },
  ended: AbortSignal,
): PickSession {
  const listeners = new Set<PickListeners>();
  const forgotten = new Set<() => void>();
  let isPickMode = false;
  let rulesFor: ((options?: PickOptions) => PickRules) | undefined;
  let call: Call | undefined;
  /** What Cancel puts back. */
  let kept: readonly PickedItem[] = [];
  /** What everybody knows to be chosen. */
  let known = '';

  const start = (basket?: readonly PickedItem[]) => {
    if (rulesFor && (call || isPickMode)) picker.start(rulesFor(call?.options), basket);
    else picker.stop();
  };
  const endCall = () => {
    const ending = call;
    call = undefined;
    if (ending && !ended.aborted) start(kept);
    return ending;
  };
  const putBack = () => {
    if (call || !isPickMode) return;
    picker.cancelGathering();
    start(kept);
  };
  followAccount(connection, ended, {
    // Nobody's basket is emptied whenever nobody is signed in.
    come: putBack,
    leave: (isSignedOut) => {
      kept = [];
      known = '';
      if (isSignedOut) endCall()?.reject();
      for (const listener of forgotten) listener();
    },
  });
  ended.addEventListener('abort', () => endCall()?.reject());
  return {
    setMode: (isPick, rules) => {
      const begins = isPick && !isPickMode;
      isPickMode = isPick;
      rulesFor = rules;
      start(begins && !call ? kept : undefined);
    },
    preset: (items) => {
      const keys = keysOf(items.map(({ item }) => item));
      if (keys === known) return;
      known = keys;
      kept = items;
      putBack();
    },
    pick: (options) =>
      new Promise((resolve, reject) => {
        const { signal } = options;
        const fail = () => {
          signal?.removeEventListener('abort', abort);
          reject(new OneDriveError('cancelled', { cause: signal?.reason }));
        };
        const abort = () => {
          if (call === mine) endCall();
          fail();
        };
        const mine: Call = {
          options,
          resolve: (items) => {
            signal?.removeEventListener('abort', abort);
            resolve(items);
          },
          reject: fail,
        };
        if (ended.aborted || signal?.aborted) return fail();
        endCall()?.reject();
        signal?.addEventListener('abort', abort, { once: true });
        call = mine;
        start([]);
      }),
    choose: (items) => {
      // What was still being counted is not among these.
      picker.cancelGathering();
      const state = picker.state.get();
      kept = state.status === 'picking' ? state.basket : [];
      known = keysOf(items);
      endCall()?.resolve(items);
      for (const { onPick } of listeners) onPick({ items });
    },
    cancel: () => {
      const given = endCall();
      if (!given && !isPickMode) return;
      putBack();
      given?.reject();
      for (const { onCancel } of listeners) onCancel({});
    },
    putBack,
    follow: (added) => {
      listeners.add(added);
      return () => void listeners.delete(added);
    },
    onForgotten: (listener) => {
      forgotten.add(listener);
      return () => void forgotten.delete(listener);
    },
  };
}

interface Followers {
  /** Somebody is signed in, where nobody was. */
  readonly come: () => void;
  /** Whoever was signed in is not any more; somebody else may be. */
  readonly leave: (isSignedOut: boolean) => void;
}

function followAccount(
  connection: ReadableStore<Connection>,
  ended: AbortSignal,
  { come, leave }: Followers,
): void {
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
}

/** Whoever had no name may have one by now; who may be somebody else is signed out in between. */
function isSameAccount(before: Account, now: Account): boolean {
  return before.id === '' || before.id === now.id;
}

function accountOf(connection: Connection): Account | undefined {
  return 'account' in connection ? connection.account : undefined;
}

function keysOf(items: readonly { readonly driveId: string; readonly id: string }[]): string {
  return items.map(({ driveId, id }) => `${driveId}/${id}`).join();
}
