import type { Connection } from '../../auth';
import {
  itemKey,
  type DriveItem,
  type ItemReference,
  type PickedItem,
  type Picker,
  type PickRules,
} from '../../drive';
import type {
  CancelDetail,
  ControlMode,
  NamedBlob,
  PickDetail,
  PickOptions,
  SaveDetail,
  SaveOptions,
} from '../../host';
import { createStore, type OneDriveError, type ReadableStore } from '../../lib';
import type { SaveRequest } from '../save-request';
import { createModeSaving } from './mode-saving';
import { createTurn, type Turn } from './turn';
import { watchAccount } from './watch-account';
import { watchFilters } from './watch-filters';

interface SessionListeners {
  readonly onPick: (detail: PickDetail) => void;
  readonly onSave: (detail: SaveDetail) => void;
  readonly onCancel: (detail: CancelDetail) => void;
}

/** Who has the picker: the mode of the control, or for a while one call of `pick()` or `save()`. */
export interface Session {
  /**
   * @param rulesFor what may be picked in mode `pick` (without options), and in a call
   * @param files what is to be saved in mode `save`; other ones begin anew
   */
  setMode(
    mode: ControlMode,
    rulesFor: (options?: PickOptions) => PickRules,
    files?: readonly NamedBlob[],
  ): void;
  /** What is chosen already takes the place of what was picked; nothing happens where it is known. */
  preset(items: readonly PickedItem[]): void;
  pick(options: PickOptions): Promise<readonly DriveItem[]>;
  /** `onSaved` hears of each file that has arrived before the promise does. */
  save(
    files: readonly NamedBlob[],
    options: SaveOptions,
    onSaved: (detail: SaveDetail) => void,
  ): Promise<readonly DriveItem[]>;
  readonly choose: (items: readonly DriveItem[]) => void;
  readonly cancel: () => void;
  /** What was begun on the page before this one is given up. */
  tellCancelled(): void;
  /** A form is reset: what is still being counted is forgotten, and what Cancel put back; the value is shown. */
  putBack(): void;
  follow(listeners: SessionListeners): () => void;
  /** In mode `pick` the value of a field follows what is picked, as that of a listbox does. */
  onValue(listener: (basket: readonly PickedItem[]) => void): () => void;
  /** What is being saved now; undefined while it is something else. */
  readonly saving: ReadableStore<SaveRequest | undefined>;
  /** What is picked is what Choose was pressed for. */
  readonly isChosen: ReadableStore<boolean>;
  /** What the filter of the page failed of: of each call and of the control it is told once. */
  readonly filterFailure: ReadableStore<OneDriveError | undefined>;
  /** What was chosen went with its account: nothing is, until the next `preset`. */
  onForgotten(listener: () => void): () => void;
}

/** Folders are there to be opened, files to be seen: what is chosen is the folder that is open. */
const SAVE_RULES: PickRules = {
  kind: 'folders',
  accept: [],
  selection: 'none',
  maxCount: undefined,
  maxSize: undefined,
  filter: undefined,
};

/** @param ended aborted when the control is gone */
export function createSession(
  { picker, connection }: { readonly picker: Picker; readonly connection: ReadableStore<Connection> },
  ended: AbortSignal,
): Session {
  const listeners = new Set<SessionListeners>();
  const valueListeners = new Set<(basket: readonly PickedItem[]) => void>();
  const forgotten = new Set<() => void>();
  const isChosen = createStore(false);
  const filters = watchFilters();
  const saving = createStore<SaveRequest | undefined>(undefined);
  let mode: ControlMode = 'browse';
  let rulesFor: ((options?: PickOptions) => PickRules) | undefined;
  let turn: Turn | undefined;
  /** What Cancel puts back. */
  let kept: readonly PickedItem[] = [];
  /** What the host holds as chosen; another one than `kept` only where it follows what is picked. */
  let value: readonly PickedItem[] = [];
  let known = '';
  /** What Choose was pressed for. */
  let confirmed: string | undefined;

  const tellCancelled = () => listeners.forEach(({ onCancel }) => onCancel({}));
  const tellSaved = (detail: SaveDetail) => listeners.forEach(({ onSave }) => onSave(detail));
  const modeSaving = createModeSaving(tellSaved);
  const rulesOfMode = () => {
    if (mode === 'save') return SAVE_RULES;
    return mode === 'pick' ? rulesFor?.() : undefined;
  };

  let isStarting = false;
  const start = (basket?: readonly PickedItem[]) => {
    isStarting = true;
    // Without another basket, counting goes on where the rules let it.
    if (basket) picker.cancelGathering();
    const rules = turn ? turn.rules() : rulesOfMode();
    if (rules) {
      picker.start({ ...rules, filter: rules.filter && filters.watch(rules.filter) }, basket);
    } else picker.stop();
    saving.set(turn ? turn.saving : mode === 'save' ? modeSaving.request() : undefined);
    isStarting = false;
    follow();
  };
  const endTurn = () => {
    const ending = turn;
    turn = undefined;
    if (ending && !ended.aborted) start(value);
    return ending;
  };
  const take = (signal: AbortSignal | undefined, read: Parameters<typeof createTurn>[1]) =>
    createTurn(signal, read, {
      begin: (next) => {
        if (ended.aborted) return next.reject();
        endTurn()?.reject();
        turn = next;
        filters.forget();
        return start([]);
      },
      end: (ending) => {
        if (turn === ending) endTurn();
      },
    });
  const hold = (items: readonly PickedItem[]) => {
    kept = items;
    value = items;
    known = keysOfPicked(items);
  };
  const show = (items: readonly PickedItem[]) => {
    if (!turn && mode === 'pick') start(items);
  };
  const putBack = () => {
    kept = value;
    show(value);
  };
  const tell = () => valueListeners.forEach((listener) => listener(value));
  const isSettled = watchAccount(connection, ended, {
    // Nobody's basket is emptied whenever nobody is signed in.
    come: () => show(value),
    leave: (isSignedOut) => {
      hold([]);
      confirmed = undefined;
      modeSaving.end();
      if (isSignedOut || turn?.saving) endTurn()?.reject();
      if (!turn && mode === 'save') start();
      for (const listener of forgotten) listener();
    },
  });
  const follow = () => {
    if (isStarting) return undefined;
    const state = picker.state.get();
    // A basket that was emptied because its account has gone is no choice of anybody.
    const isMine = mode === 'pick' && !turn && isSettled();
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
  ended.addEventListener('abort', () => {
    modeSaving.end();
    endTurn()?.reject();
  });
  return {
    isChosen,
    filterFailure: filters.failure,
    saving,
    setMode: (next, rules, files = []) => {
      const begins = next === 'pick' && mode !== 'pick';
      mode = next;
      rulesFor = rules;
      modeSaving.setFiles(files);
      if (mode !== 'save') modeSaving.end();
      start(begins && !turn ? value : undefined);
    },
    preset: (items) => {
      if (keysOfPicked(items) === known) return;
      confirmed = undefined;
      hold(items);
      show(items);
    },
    pick: (options) => take(options.signal, () => ({ rules: () => rulesFor?.(options) })),
    save: (files, { folder, name, conflictBehavior, signal }, onSaved) =>
      take(signal, ({ over, resolve }) => ({
        rules: () => SAVE_RULES,
        saving: {
          files,
          folder,
          name,
          conflictBehavior,
          isCall: true,
          signal: over,
          onSaved: (detail) => {
            onSaved(detail);
            tellSaved(detail);
          },
          onFinished: resolve,
        },
      })),
    choose: (items) => {
      // What was still being counted is not among these.
      picker.cancelGathering();
      if (mode === 'pick') {
        const state = picker.state.get();
        const basket = state.status === 'picking' ? state.basket : [];
        const before = known;
        // The open folder is not in the basket until it is chosen.
        const isPicked = keysOfPicked(basket) === keysOf(items);
        hold(isPicked ? basket : items.map((item) => ({ item })));
        confirmed = known;
        if (known !== before) tell();
        if (!turn && isPicked) follow();
        else show(kept);
      }
      endTurn()?.resolve(items);
      for (const { onPick } of listeners) onPick({ items });
    },
    cancel: () => {
      const given = endTurn();
      if (!given && mode === 'browse') return;
      if (!given) {
        modeSaving.end();
        start(mode === 'pick' ? kept : undefined);
      }
      given?.reject();
      tellCancelled();
    },
    tellCancelled,
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

function keysOfPicked(basket: readonly PickedItem[]): string {
  return keysOf(basket.map(({ item }) => item));
}

function keysOf(items: readonly ItemReference[]): string {
  return items.map(itemKey).join();
}
