import type { DriveItem } from '../graph';
import type { Store } from '../lib';
import type { Basket } from './basket';
import type { FolderBrowser, FolderState } from './folder-browser';
import { folderKey } from './folder-key';
import { itemKey } from './item-key';
import { findPickRefusal, type PickRules } from './pick-rules';
import type { Gathering, Picking, PickState } from './picker';

export const IDLE: Gathering = { status: 'idle' };

/** What the parts of the picker share. */
export interface PickModel {
  readonly folder: FolderBrowser;
  readonly state: Store<PickState>;
  readonly basket: Basket;
}

/** Shows a change of what is being picked; nothing happens while picking is off. */
export function patchPicking({ state }: PickModel, change: Partial<Omit<Picking, 'status'>>): void {
  state.update((current) => (current.status === 'off' ? current : { ...current, ...change }));
}

export function roomIn({ basket }: PickModel, { selection, maxCount }: PickRules): number {
  if (selection === 'none') return 0;
  return selection === 'single' ? 1 : (maxCount ?? Number.POSITIVE_INFINITY) - basket.size();
}

interface KnownPlace {
  readonly path: readonly string[];
  readonly folderKeys: readonly string[];
}

/** Where the rows of the open folder lie. */
export function placeOf({ path }: FolderState): KnownPlace {
  return {
    path: path.slice(1).map(({ name }) => name),
    folderKeys: path.filter(({ elsewhere }) => !elsewhere).map(itemKey),
  };
}

/** Key of the open folder; undefined while it is not known. */
export function openKeyOf({ path }: FolderState): string | undefined {
  const open = path.at(-1);
  return open && (open.elsewhere || open.id !== '') ? folderKey(open) : undefined;
}

export function isAllowed(rules: PickRules, item: DriveItem): boolean {
  return findPickRefusal(rules, item) === undefined;
}

/** What came from outside may be a mere reference: until its row is seen, nobody can judge it. */
export function isJudged(item: DriveItem): boolean {
  return [item.file, item.folder, item.package, item.remoteItem, item.root].some(
    (facet) => facet !== undefined,
  );
}

/** The open folder as an item: its row, where it was opened by one, or what the path tells of it. */
export function openFolderOf(
  state: FolderState,
  rows: ReadonlyMap<string, DriveItem>,
): DriveItem | undefined {
  const open = state.path.at(-1);
  if (!open || open.id === '') return undefined;
  const row = rows.get(folderKey(open));
  // The top of a drive has no name here; the service calls it “root”.
  const { driveId, id, name } = open;
  return row ?? { driveId, id, name: name === '' ? 'root' : name, folder: {}, parentReference: {} };
}
