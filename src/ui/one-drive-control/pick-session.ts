import type { Account, Connection } from '../../auth';
import {
  itemKey,
  type DriveItem,
  type ItemReference,
  type PickedItem,
  type Picker,
  type PickRules,
} from '../../drive';
import type { CancelDetail, PickDetail, PickOptions } from '../../host';
import { createStore, OneDriveError, type ReadableStore } from '../../lib';
import { watchFilters } from './watch-filters';

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
  /** A form is reset: what is still being counted is forgotten, and what Cancel put back; the value is shown. */
  putBack(): void;
  follow(listeners: PickListeners): () => void;
  /** In mode `pick` the value of a field follows what is picked, as that of a listbox does. */
  onValue(listener: (basket: readonly PickedItem[]) => void): () => void;
  /** What is picked is what Choose was pressed for. */
  readonly isChosen: ReadableStore<boolean>;
  /** What the filter of the page failed of: of each call and of the control it is told once. */
  readonly filterFailure: ReadableStore<OneDriveError | undefined>;
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
  const valueListeners = new Set<(basket: readonly PickedItem[]) => void>();
  const forgotten = new Set<() => void>();
  const isChosen = createStore(false);
  const filters = watchFilters();
  let isPickMode = false;
  let rulesFor: ((options?: PickOptions) => PickRules) | undefined;
  let call: Call | undefined;
  /** What Cancel puts back. */
  let kept: readonly PickedItem[] = [];
  /** What the host holds as chosen; another one than `kept` only where it follows what is picked. */
  let value: readonly PickedItem[] = [];
  let known = '';
  /** What Choose was pressed for. */
  let confirmed: string | undefined;

  let isStarting = false;
  const start = (basket?: readonly PickedItem[]) => {
    isStarting = true;
    // Without another basket, counting goes on where the rules let it.
    if (basket) picker.cancelGathering();
    if (rulesFor && (call || isPickMode)) {
      const { filter, ...rules } = rulesFor(call?.options);
      picker.start({ ...rules, filter: filter && filters.watch(filter) }, basket);
    } else picker.stop();
    isStarting = false;
    follow();
  };
  const endCall = () => {
    const ending = call;
    call = undefined;
    if (ending && !ended.aborted) start(value);
    return ending;
  };
  const hold = (items: readonly PickedItem[]) => {
    kept = items;
    value = items;
    known = keysOfPicked(items);
  };
  const show = (items: readonly PickedItem[]) => {
    if (!call && isPickMode) start(items);
  };
  const putBack = () => {
    kept = value;
    show(value);
  };
  const tell = () => valueListeners.forEach((listener) => listener(value));
  const isSettled = followAccount(connection, ended, {
    // Nobody's basket is emptied whenever nobody is signed in.
    come: () => show(value),
    leave: (isSignedOut) => {
      hold([]);
      confirmed = undefined;
      if (isSignedOut) endCall()?.reject();
      for (const listener of forgotten) listener();
    },
  });
  const follow = () => {
    if (isStarting) return undefined;
    const state = picker.state.get();
    // A basket that was emptied because its account has gone is no choice of anybody.
    const isMine = isPickMode && !call && isSettled();
    if (state.status === 'off' || !isMine) return isChosen.set(false);
    const keys = keysOfPicked(state.basket);
    isChosen.set(keys !== '' && keys === confirmed);
    if (valueListeners.size === 0) return undefined;
    value = state.basket;
    if (keys === known) return undefined;
    known = keys;
    return tell();
  };
  ended.addEventListener('abort', picker.state.subscribe(follow));
  ended.addEventListener('abort', () => endCall()?.reject());
  return {
    isChosen,
    filterFailure: filters.failure,
    setMode: (isPick, rules) => {
      const begins = isPick && !isPickMode;
      isPickMode = isPick;
      rulesFor = rules;
      start(begins && !call ? value : undefined);
    },
    preset: (items) => {
      if (keysOfPicked(items) === known) return;
      confirmed = undefined;
      hold(items);
      show(items);
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
        filters.forget();
        start([]);
      }),
    choose: (items) => {
      // What was still being counted is not among these.
      picker.cancelGathering();
      if (isPickMode) {
        const state = picker.state.get();
        const basket = state.status === 'picking' ? state.basket : [];
        const before = known;
        // The open folder is not in the basket until it is chosen.
        const isPicked = keysOfPicked(basket) === keysOf(items);
        hold(isPicked ? basket : items.map((item) => ({ item })));
        confirmed = known;
        if (known !== before) tell();
        if (!call && isPicked) follow();
        else show(kept);
      }
      endCall()?.resolve(items);
      for (const { onPick } of listeners) onPick({ items });
    },
    cancel: () => {
      const given = endCall();
      if (!given && !isPickMode) return;
      if (!given) show(kept);
      given?.reject();
      for (const { onCancel } of listeners) onCancel({});
    },
    putBack,
    follow: (added) => {
      listeners.add(added);
      return () => void listeners.delete(added);
    },
    onValue: (listener) => {
      valueListeners.add(listener);
      return () => void valueListeners.delete(listener);
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

/** @returns whether the account of this moment is the one that everybody has been told of */
function followAccount(
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

function keysOfPicked(basket: readonly PickedItem[]): string {
  return keysOf(basket.map(({ item }) => item));
}

function keysOf(items: readonly ItemReference[]): string {
  return items.map(itemKey).join();
}
