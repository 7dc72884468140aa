import { isAccepted, isFolder, parseAccept, type DriveItem } from '../../drive';
import { ACTION_SELECTIONS, type HostAction } from '../../host';
import { invalidSetting } from '../../lib';
import type { ControlAction } from '../actions/control-action';
import type { Situation } from '../actions/situation';
import type { HostDoor } from '../host-door';
import { collectPromises } from './collect-promises';
import { hearHost } from './hear-host';
import { PathIcon } from './path-icon';
import { showWork } from './show-work';

/** In the menu of the bar alone; a button that the page wants to be seen gives way late. */
const BAR = { menu: -1, bar: 2.5 };

/** Where the host has no icon. */
const STAR =
  'M10 2l2.1 5.9L18 10l-5.9 2.1L10 18l-2.1-5.9L2 10l5.9-2.1zM10 5l-1.3 3.7L5 10l3.7 1.3L10 15l1.3-3.7L15 10l-3.7-1.3z';

/** Numbers and the letters of a path: nothing that a page could be made to load. */
const PATH_DATA = /^[\d\s,.+\-eMLHVCSQTAZmlhvcsqtaz]+$/;

/** What was told of already, by its place and key: hosts may give a new list whenever they render. */
const told = new WeakMap<HostDoor, Set<string>>();

/** The host's actions as actions of the control. Those that can't be read are left out, and told once. */
export function readHostActions(door: HostDoor, given: readonly HostAction[]): readonly ControlAction[] {
  const keys = new Set<string>();
  return given.flatMap((action, place) => {
    const isNew = isHostAction(action) && !keys.has(action.key);
    if (!isNew) {
      tellUnreadable(door, action, place);
      return [];
    }
    keys.add(action.key);
    return action.mode === 'none' ? [] : [toControlAction(door, action)];
  });
}

function tellUnreadable(door: HostDoor, action: unknown, place: number): void {
  const { key } = Object(action);
  const name = `${place} ${typeof key === 'string' ? key : ''}`;
  const before = told.get(door) ?? new Set();
  if (before.has(name)) return;
  told.set(door, before.add(name));
  // oxlint-disable-next-line no-console -- whoever builds the page has to know
  console.warn('OneDrive: one of “actions” can’t be read, or has the key of another one:', action);
  door.tell(door.listeners.current.onError, invalidSetting('actions'));
}

/** Pages without types hand in anything. */
function isHostAction(action: unknown): action is HostAction {
  const { key, label, icon, selection, filters, where, run } = Object(action);
  const isText = (value: unknown) => typeof value === 'string' && value !== '';
  const isOptional = (value: unknown, isRight: (value: unknown) => boolean) =>
    value === undefined || value === null || isRight(value);
  return (
    isText(key) &&
    isText(label) &&
    isOptional(icon, (value) => typeof value === 'string' && PATH_DATA.test(value)) &&
    isOptional(selection, (value) => ACTION_SELECTIONS.some((word) => word === value)) &&
    isOptional(filters, (value) => Array.isArray(value) && value.every(isText)) &&
    isOptional(where, (value) => Array.isArray(value) && value.every(isText)) &&
    isOptional(run, (value) => typeof value === 'function')
  );
}

function toControlAction(door: HostDoor, action: HostAction): ControlAction {
  const { key, label, icon, selection, where } = action;
  const isOfFolder = selection === 'none' || selection === 'current';
  const passes = readFilters(action.filters ?? []);
  return {
    id: `host-${key}`,
    label: () => label,
    icon: <PathIcon path={icon ?? STAR} />,
    on: isOfFolder ? 'folder' : selection === 'single' ? 'one' : 'some',
    group: 'host',
    bar: where?.includes('bar') ? BAR.bar : BAR.menu,
    suits: (situation) => {
      if (selection === 'none') return true;
      if (selection === 'current' && !situation.folder) return false;
      // Sites and teams are no files.
      return itemsOf(selection, situation).every((item) => !item.elsewhere && passes(item));
    },
    run: (situation) => runHostAction(door, action, situation),
  };
}

/** What it is done to. In the bar there may be a selection that it has nothing to do with. */
function itemsOf(
  selection: HostAction['selection'],
  { folder, items }: Pick<Situation, 'folder' | 'items'>,
): readonly DriveItem[] {
  if (selection === 'none') return [];
  if (selection !== 'current') return items;
  return folder ? [{ ...folder, folder: {}, parentReference: {} }] : [];
}

function runHostAction(
  door: HostDoor,
  { key, label, selection, run }: HostAction,
  situation: Situation,
): void {
  const items = itemsOf(selection, situation);
  const names = items.map(({ name }) => name);
  const { promises: answers, respondWith, close } = collectPromises();
  const over = new AbortController();
  const context = { folder: situation.folder, signal: over.signal };
  door.tell(door.listeners.current.onAction, { key, items, ...context, respondWith });
  close();
  // Straight from the click: it may open a window. What it throws is a refusal like any other.
  const begun = begin(() => run?.(items, context));
  const promises = begun ? [...answers, begun] : answers;
  if (promises.length === 0) return;
  void showWork(door, { what: { label }, names }, async (signal) => {
    signal.addEventListener('abort', () => over.abort());
    return hearHost(promises, signal);
  });
}

/** @returns undefined where it is done already */
function begin(run: () => unknown): PromiseLike<unknown> | undefined {
  try {
    const result = run();
    return isPromise(result) ? result : undefined;
  } catch (cause) {
    return Promise.reject(cause);
  }
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof Reflect.get(Object(value), 'then') === 'function';
}

function readFilters(filters: readonly string[]): (item: DriveItem) => boolean {
  const kinds: readonly string[] = filters.filter((word) => word === 'folder' || word === 'file');
  const accepted = filters.filter((word) => !kinds.includes(word));
  if (filters.length === 0) return () => true;
  const patterns = parseAccept(accepted);
  return (item) => {
    if (isFolder(item)) return kinds.includes('folder');
    const { name, file } = item;
    return (
      kinds.includes('file') ||
      (accepted.length > 0 && isAccepted(patterns, { name, mimeType: file?.mimeType }))
    );
  };
}
