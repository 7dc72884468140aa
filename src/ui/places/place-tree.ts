import {
  canBeOpened,
  compareItems,
  DEFAULT_SORT,
  folderKey,
  isDoor,
  toPathFolder,
  type DriveItem,
  type PathFolder,
} from '../../drive';
import { createStore, toOneDriveError, type OneDriveError, type ReadableStore } from '../../lib';
import type { Source } from '../../host';
import type { Places } from '../control-model';

/** Something of the tree that can be gone to. */
export interface PlaceNode {
  readonly key: string;
  /** How one gets there; the top of the user's drive is known only when it was asked for. */
  readonly way: readonly PathFolder[] | 'my-files';
  readonly canExpand: boolean;
}

/** What hangs on a node. Nodes that were there stay while they are read again. */
export type Branch =
  | { readonly status: 'closed' }
  | { readonly status: 'loading' | 'open'; readonly nodes: readonly PlaceNode[] }
  | { readonly status: 'failed'; readonly nodes: readonly PlaceNode[]; readonly error: OneDriveError };

export interface PlaceTree {
  readonly branches: ReadableStore<ReadonlyMap<string, Branch>>;
  expand(node: PlaceNode): void;
  collapse(node: PlaceNode): void;
  dispose(): void;
}

export const CLOSED: Branch = { status: 'closed' };

/** Where a source begins. */
export function sourceNode(source: Exclude<Source, 'link' | 'device'>): PlaceNode {
  if (source === 'my-files') return { key: source, way: source, canExpand: true };
  const start: PathFolder = { driveId: '', id: '', name: '', elsewhere: { kind: source } };
  return { key: source, way: [start], canExpand: source === 'sites' || source === 'teams' };
}

/** The nodes that were opened, each read when it is opened. */
export function createPlaceTree({ below }: Pick<Places, 'below'>): PlaceTree {
  const branches = createStore<ReadonlyMap<string, Branch>>(new Map());
  const running = new Map<string, AbortController>();
  const set = (key: string, branch: Branch) =>
    branches.update((current) => new Map(current).set(key, branch));
  const stop = (key: string) => {
    running.get(key)?.abort();
    running.delete(key);
  };
  const read = async (node: PlaceNode, signal: AbortSignal) => {
    let items: readonly DriveItem[] = [];
    const nodes = () => items.map((item) => nodeBelow(node, item));
    try {
      for await (const page of below(node.way === 'my-files' ? node.way : lastOf(node.way), signal)) {
        if (signal.aborted) return;
        items = [...items, ...page.filter(canBeOpened)].sort(compareItems(DEFAULT_SORT));
        set(node.key, { status: 'loading', nodes: nodes() });
      }
      if (!signal.aborted) set(node.key, { status: 'open', nodes: nodes() });
    } catch (reason) {
      if (!signal.aborted)
        set(node.key, { status: 'failed', nodes: nodes(), error: toOneDriveError(reason) });
    }
  };
  return {
    branches,
    expand: (node) => {
      stop(node.key);
      const controller = new AbortController();
      running.set(node.key, controller);
      set(node.key, { status: 'loading', nodes: [] });
      void read(node, controller.signal);
    },
    collapse: (node) => {
      stop(node.key);
      set(node.key, CLOSED);
    },
    dispose: () => {
      for (const key of running.keys()) stop(key);
    },
  };
}

/** Whether that is where somebody is. */
export function isAt(way: PlaceNode['way'], path: readonly PathFolder[]): boolean {
  if (way === 'my-files') return path.length === 1 && path[0]?.elsewhere === undefined;
  return way.length === path.length && way.every((part, index) => isPart(part, path[index]));
}

/** Behind a door stands its folder, whose id the door does not know. */
function isPart(part: PathFolder, other: PathFolder | undefined): boolean {
  if (!other) return false;
  if (part.elsewhere && isDoor(part.elsewhere) && !other.elsewhere) return part.name === other.name;
  return part.id === '' && !part.elsewhere ? part.name === other.name : folderKey(part) === folderKey(other);
}

function nodeBelow({ key, way }: PlaceNode, item: DriveItem): PlaceNode {
  const target = toPathFolder(item);
  return { key: `${key}/${folderKey(item)}`, way: [...wayAbove(way, item), target], canExpand: true };
}

/** What the item lies in tells where the top of the drive, or the folder behind a door, is. */
function wayAbove(way: PlaceNode['way'], { driveId, parentReference }: DriveItem): readonly PathFolder[] {
  const top = { driveId: parentReference.driveId ?? driveId, id: parentReference.id ?? '' };
  if (way === 'my-files') return [{ ...top, name: '' }];
  const last = lastOf(way);
  if (!last.elsewhere || !isDoor(last.elsewhere)) return way;
  return [...way.slice(0, -1), { ...top, name: last.name }];
}

function lastOf(way: readonly PathFolder[]): PathFolder {
  const last = way.at(-1);
  if (!last) throw new TypeError('A way leads somewhere.');
  return last;
}
