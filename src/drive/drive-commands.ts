import {
  findNameProblem,
  itemPath,
  parseDriveItem,
  type DriveItem,
  type Graph,
  type ItemReference,
} from '../graph';
import { OneDriveError, toOneDriveError, type ErrorCode } from '../lib';
import type { DriveAct, DriveCommands, ItemOutcome } from './commands';
import { createFile } from './create-file';
import type { DriveRequests } from './drive-requests';

export interface DriveCommandsOptions {
  readonly graph: Graph;
  readonly requests: DriveRequests;
  /** Resolves when writing is allowed, perhaps after asking the user. */
  readonly authorizeWrite: (act: DriveAct, signal?: AbortSignal) => Promise<void>;
}

/** After these nobody knows whether the service did it: its truth is read before anything is said or repeated. */
const DOUBTFUL: ReadonlySet<ErrorCode> = new Set([
  'offline',
  'timed-out',
  'unavailable',
  'unexpected-answer',
]);

export function createDriveCommands(options: DriveCommandsOptions): DriveCommands {
  return {
    createFolder: async (parent, name, signal) => {
      assertName(name);
      await options.authorizeWrite({ kind: 'create-folder', parent, name }, signal);
      return createFolder(options, parent, name, signal);
    },
    createFile: async (parent, file) => {
      const { name, content, signal } = file;
      assertName(name);
      await options.authorizeWrite({ kind: 'create-file', parent, name, content }, signal);
      return createFile({ ...options, isDoubtful }, parent, file);
    },
    rename: async (item, name, signal) => {
      assertName(name);
      if (name === item.name) return item;
      await options.authorizeWrite({ kind: 'rename', item, name }, signal);
      return rename(options, item, name, signal);
    },
    remove: async (items, signal) => {
      await options.authorizeWrite({ kind: 'delete', items }, signal);
      const outcomes: ItemOutcome[] = [];
      for (const item of items) {
        // One by one: a throttled drive is not stormed, and the first failures are told early.
        // oxlint-disable-next-line no-await-in-loop
        outcomes.push(await remove(options, item, signal));
      }
      return outcomes;
    },
  };
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

async function rename(
  options: DriveCommandsOptions,
  item: DriveItem,
  name: string,
  signal?: AbortSignal,
): Promise<DriveItem> {
  try {
    return await renameOnce(options, item, name, signal);
  } catch (cause) {
    if (!isChanged(cause)) throw cause;
    const fresh = await look(() => options.requests.item(item, signal));
    if (fresh?.name === name) return fresh;
    // The eTag also moves with things that do not concern the name (onedrive-api-docs 1716): once more.
    if (fresh?.name === item.name) return renameOnce(options, fresh, name, signal);
    throw cause;
  }
}

async function renameOnce(
  { graph, requests }: DriveCommandsOptions,
  item: DriveItem,
  name: string,
  signal?: AbortSignal,
): Promise<DriveItem> {
  const headers = item.eTag ? { 'If-Match': item.eTag } : {};
  try {
    return await graph.patch(
      { path: itemPath(item), body: { name }, headers, access: 'write', signal },
      parseDriveItem,
    );
  } catch (cause) {
    const fresh = isDoubtful(cause) ? await look(() => requests.item(item, signal)) : undefined;
    if (fresh?.name === name) return fresh;
    throw cause;
  }
}

async function remove(
  options: DriveCommandsOptions,
  item: DriveItem,
  signal?: AbortSignal,
): Promise<ItemOutcome> {
  try {
    await removeOnce(options, item, signal);
    return { item };
  } catch (cause) {
    const error = toOneDriveError(cause);
    return error.code === 'not-found' ? { item } : { item, error };
  }
}

async function removeOnce(
  { graph, requests }: DriveCommandsOptions,
  item: DriveItem,
  signal?: AbortSignal,
): Promise<void> {
  const send = (eTag: string | undefined) =>
    graph.delete({
      path: itemPath(item),
      headers: eTag ? { 'If-Match': eTag } : {},
      access: 'write',
      signal,
    });
  try {
    // A folder's eTag moves with its children; only of a file can "changed" mean "not what you saw".
    await send(item.folder ? undefined : item.eTag);
  } catch (cause) {
    if (!isChanged(cause)) throw cause;
    const fresh = await requests.item(item, signal);
    // The same content under another eTag is still what the user saw.
    if (item.cTag === undefined || fresh.cTag !== item.cTag) throw cause;
    await send(fresh.eTag);
  }
}

/** Reads the service's truth after a failure; where that fails too, the first failure is what to tell. */
async function look<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}

function isChanged(reason: unknown): boolean {
  return toOneDriveError(reason).code === 'changed-elsewhere';
}

function isDoubtful(reason: unknown): boolean {
  return DOUBTFUL.has(toOneDriveError(reason).code);
}
