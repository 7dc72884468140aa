import type { DriveItem } from '../graph';
import { createStore } from '../lib';
import { createBasket } from './basket';
import { createGatherer } from './create-gatherer';
import type { DriveRequests } from './drive-requests';
import type { FolderBrowser, FolderState } from './folder-browser';
import { folderKey } from './folder-key';
import { followRows } from './follow-rows';
import {
  isAllowed,
  isJudged,
  openFolderOf,
  openKeyOf,
  IDLE,
  patchPicking,
  placeOf,
  type PickModel,
} from './pick-model';
import { joinRows, pickRows, showPicked } from './pick-rows';
import { areSameRules, canBeOpened, type PickRules } from './pick-rules';
import { isCounting } from './pick-questions';
import type { PickedItem, Picker, PickState } from './picker';
import { EMPTY_SELECTION, type Selection } from './selection';

export interface PickerOptions {
  readonly folder: FolderBrowser;
  readonly requests: Pick<DriveRequests, 'children'>;
}

/** @example createPicker({ folder, requests }).start({ kind: 'files', accept: ['.pdf'], selection: 'single' }) */
export function createPicker({ folder, requests }: PickerOptions): Picker {
  const state = createStore<PickState>({ status: 'off' });
  const model: PickModel = { folder, state, basket: createBasket() };
  const { gather, cancelGathering } = createGatherer(model, requests);
  const opened = new Map<string, DriveItem>();
  const follower = followFolder(model, opened);
  const rulesNow = () => {
    const now = state.get();
    return now.status === 'picking' ? now.rules : undefined;
  };
  const openFolder = () => {
    const rules = rulesNow();
    const open = rules && rules.kind !== 'files' ? openFolderOf(folder.state.get(), opened) : undefined;
    return rules && open && isAllowed(rules, open) ? open : undefined;
  };
  /** Changes the basket, and shows it everywhere: `selection` takes the place of what was selected, with its “all”. */
  const change = (run: () => void, selection?: Selection) => {
    const rules = rulesNow();
    if (!rules) return;
    run();
    patchPicking(model, { basket: model.basket.list() });
    follower.quietly(() => showPicked(model, rules, selection));
  };
  return {
    state,
    start: (rules, given, awaited = []) => {
      const now = state.get();
      const isSame = now.status === 'picking' && areSameRules(now.rules, rules);
      if (isSame && !given) return;
      if (!isSame) cancelGathering();
      const kept = given ?? (now.status === 'picking' ? now.basket : []);
      const used = isSame ? now.rules : rules;
      model.basket.reset(fitting(used, kept));
      state.set({
        status: 'picking',
        rules: used,
        basket: model.basket.list(),
        awaited: given || now.status === 'off' ? awaited : now.awaited,
        gathering: isSame && isCounting(now) ? now.gathering : IDLE,
        gathered: isSame ? now.gathered : new Map(),
        hidesRefused: now.status === 'picking' && now.hidesRefused,
      });
      if (!isSame && now.status === 'picking' && now.hidesRefused) folder.showOnly(isShownBy(used));
      // “All” was said of another basket.
      follower.compare(given || now.status === 'off' ? EMPTY_SELECTION : undefined);
    },
    stop: () => {
      cancelGathering();
      if (!rulesNow()) return;
      model.basket.reset([]);
      state.set({ status: 'off' });
      folder.showOnly(undefined);
      folder.setSelection(() => EMPTY_SELECTION);
    },
    setSelection: (choose) => {
      const rules = rulesNow();
      if (!rules) return folder.setSelection(choose);
      const { selection, rows } = folder.state.get();
      return follower.quietly(() => pickRows(model, rules, choose(selection, rows)));
    },
    remove: (item) => change(() => model.basket.remove(item)),
    removeBelow: (above) => {
      const key = folderKey(above);
      const isBelow = ({ folderKeys = [] }: Pick<PickedItem, 'folderKeys'>) => folderKeys.includes(key);
      // What streams in below it is no longer meant.
      const selection = isBelow(placeOf(folder.state.get())) ? EMPTY_SELECTION : undefined;
      change(() => model.basket.reset(model.basket.list().filter((picked) => !isBelow(picked))), selection);
    },
    clear: () => {
      cancelGathering();
      opened.clear();
      change(() => model.basket.reset([]), EMPTY_SELECTION);
      patchPicking(model, { gathered: new Map() });
    },
    setHidesRefused: (hides) => {
      const rules = rulesNow();
      if (!rules) return;
      patchPicking(model, { hidesRefused: hides });
      folder.showOnly(hides ? isShownBy(rules) : undefined);
    },
    gather,
    cancelGathering,
    openFolder,
    choice: () => {
      const now = state.get();
      if (now.status === 'picking' && now.basket.length > 0) return now.basket.map(({ item }) => item);
      const open = openFolder();
      return open ? [open] : [];
    },
    dispose: () => {
      follower.end();
      cancelGathering();
    },
  };
}

/** What of a basket the rules let stay. */
function fitting(rules: PickRules, basket: readonly PickedItem[]): readonly PickedItem[] {
  const allowed = basket.filter(({ item }) => !isJudged(item) || isAllowed(rules, item));
  if (rules.selection === 'none') return [];
  return rules.selection === 'single' ? allowed.slice(-1) : allowed.slice(0, rules.maxCount);
}

/** Folders stay: the way leads through them. */
function isShownBy(rules: PickRules): (item: DriveItem) => boolean {
  return (item) => canBeOpened(item) || isAllowed(rules, item);
}

/** Keeps the basket and the open folder in step. */
function followFolder(model: PickModel, opened: Map<string, DriveItem>) {
  const { folder, state } = model;
  let before = folder.state.get();
  let quiet = false;
  const quietly = (run: () => void) => {
    quiet = true;
    try {
      run();
    } finally {
      quiet = false;
      before = folder.state.get();
    }
  };
  const compare = (selection?: Selection) => {
    const now = folder.state.get();
    const picking = state.get();
    if (picking.status === 'off') return;
    const { rules } = picking;
    const followed = followRows(model, rules, { before, now });
    const joined = !selection && joinRows(model, rules, now);
    if (followed || joined) patchPicking(model, { basket: model.basket.list() });
    quietly(() => showPicked(model, rules, selection));
  };
  const follow = () => {
    const now = folder.state.get();
    if (quiet || now === before) return;
    noteOpened(opened, before, now);
    const picking = state.get();
    if (picking.status === 'picking') {
      if (isSameList(before, now)) {
        // Selected past the picker: the rules hold all the same.
        if (now.selection !== before.selection) quietly(() => pickRows(model, picking.rules, now.selection));
      } else {
        compare();
      }
    }
    before = folder.state.get();
  };
  return { quietly, compare, end: folder.state.subscribe(follow) };
}

function isSameList(a: FolderState, b: FolderState): boolean {
  return (
    a.rows === b.rows && a.items === b.items && a.listing.status === b.listing.status && a.path === b.path
  );
}

/** Remembers the row by which a folder was opened: the path alone does not tell its facets. */
function noteOpened(opened: Map<string, DriveItem>, before: FolderState, now: FolderState): void {
  const key = openKeyOf(now);
  if (key === undefined || before.path === now.path || key === openKeyOf(before)) return;
  const row = before.items.find((item) => item.folder !== undefined && folderKey(item) === key);
  if (row) opened.set(key, row);
}
