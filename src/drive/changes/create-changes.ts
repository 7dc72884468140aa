import {
  findNameProblem,
  itemPath,
  parseDriveItem,
  type DriveItem,
  type Graph,
  type ItemReference,
} from '../../graph';
import { OneDriveError, toOneDriveError } from '../../lib';
import type { DriveAct, ChangeMade, DriveCommands, ItemOutcome } from '../commands';
import { createFile } from '../create-file';
import type { DriveRequests } from '../drive-requests';
import { moveItem } from './move-item';
import { removeItem } from './remove-item';
import { renameItem } from './rename-item';
import { isDoubtful, look } from './truth';

export interface DriveCommandsOptions {
  readonly graph: Graph;
  readonly requests: DriveRequests;
  /** Resolves when writing is allowed, perhaps after asking the user. */
  readonly authorizeWrite: (act: DriveAct, signal?: AbortSignal) => Promise<void>;
  /** Hears of what was done. */
  readonly tell: (change: ChangeMade) => void;
}

/** The commands themselves; their code comes with the first of them. */
export function createChanges(options: DriveCommandsOptions): DriveCommands {
  const { authorizeWrite, tell } = options;
  const told = (kind: ChangeMade['kind'], item: DriveItem) => {
    tell({ kind, items: [item] });
    return item;
  };
  return {
    createFolder: async (parent, name, signal) => {
      assertName(name);
      await authorizeWrite({ kind: 'create-folder', parent, name }, signal);
      return told('create', await createFolder(options, parent, name, signal));
    },
    createFile: async (parent, file) => {
      const { name, content, signal } = file;
      assertName(name);
      await authorizeWrite({ kind: 'create-file', parent, name, content }, signal);
      return told('create', await createFile({ ...options, isDoubtful }, parent, file));
    },
    rename: async (item, name, signal) => {
      assertName(name);
      if (name === item.name) return item;
      await authorizeWrite({ kind: 'rename', item, name }, signal);
      return told('rename', await renameItem(options, item, { name }, signal));
    },
    move: async (items, target, signal) => {
      await authorizeWrite({ kind: 'move', items, target }, signal);
      return each(items, async (item) => told('move', await moveItem(options, item, { to: target }, signal)));
    },
    remove: async (items, signal) => {
      await authorizeWrite({ kind: 'delete', items }, signal);
      return each(items, async (item) => {
        await removeItem(options, item, signal);
        told('delete', item);
      });
    },
  };
}

/** One by one: a throttled drive is not stormed, and the first failures are told early. */
async function each(
  items: readonly DriveItem[],
  change: (item: DriveItem) => Promise<DriveItem | void>,
): Promise<readonly ItemOutcome[]> {
  const outcomes: ItemOutcome[] = [];
  for (const item of items) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      const changed = await change(item);
      outcomes.push({ item, ...(changed && { changed }) });
    } catch (cause) {
      outcomes.push({ item, error: toOneDriveError(cause) });
    }
  }
  return outcomes;
}

function assertName(name: string): void {
  const problem = findNameProblem(name);
  if (problem) throw new OneDriveError('invalid-name', { serviceCode: problem.kind });
}

async function createFolder(
  { graph, requests }: DriveCommandsOptions,
  parent: ItemReference,
  name: string,
  signal?: AbortSignal,
): Promise<DriveItem> {
  const body = { name, folder: {}, '@microsoft.graph.conflictBehavior': 'fail' };
  try {
    return await graph.post(
      { path: `${itemPath(parent)}/children`, body, access: 'write', signal },
      parseDriveItem,
    );
  } catch (cause) {
    const made = isDoubtful(cause) ? await look(() => requests.child(parent, name, signal)) : undefined;
    if (made?.folder) return made;
    throw cause;
  }
}
