import { nameKey, type Drive, type DriveItem, type NamePlace } from '../../graph';
import { OneDriveError } from '../../lib';
import type { AskingState } from '../transfer-summary';
import type { FolderReference } from '../types';
import type { UploadBatch } from '../upload-batch';
import type { Candidate, Settle } from './candidate';
import type { Existing, FindExisting } from './find-existing';
import { everythingIn, type FolderNode } from './folder-tree';
import { checkName, createUsedNames, type CheckedName, type UsedNames } from './name-check';

export interface Walk {
  readonly driveType: Drive['driveType'];
  readonly batch: Pick<UploadBatch, 'id'>;
  readonly settle: Settle;
  readonly ask: (candidate: Candidate, question: AskingState) => void;
  readonly find: FindExisting;
}

/** A folder of the upload, held against the one that it goes into. */
interface Visit {
  readonly walk: Walk;
  /** The folder itself, where it is there already. */
  readonly folder: FolderReference | undefined;
  readonly existing: Existing | undefined;
  readonly used: UsedNames;
}

/**
 * What is asked about a folder's files and folders, and below those. Two folders of one name become one; a folder that
 * the upload will make holds nothing yet, so nobody looks.
 */
export async function visitFolder(
  walk: Walk,
  node: FolderNode,
  folder: FolderReference | undefined,
): Promise<void> {
  for (const candidate of node.own) walk.settle(candidate, undefined);
  const { driveType } = walk;
  const place: NamePlace = { driveType, isAtRoot: node.path.length === 0 && folder?.name === '' };
  const files = node.files.map((candidate) => ({
    candidate,
    ...checkName(candidate.name, candidate.isNameChosen, place),
  }));
  const folders = [...node.children.values()].map((child) => ({
    child,
    ...checkName(child.name, child.isNameChosen, { ...place, isFolder: true }),
  }));
  const all: readonly CheckedName[] = [...files, ...folders];
  if (all.length === 0) return;
  const existing =
    folder &&
    (await walk.find(
      folder,
      all.map(({ wanted }) => wanted),
    ));
  const sound = all.flatMap(({ name, problem }) => (problem ? [] : [nameKey(name)]));
  const used = createUsedNames([...sound, ...(existing?.keys() ?? [])]);
  const visit: Visit = { walk, folder, existing, used };
  for (const file of files) settleFile(visit, file.candidate, file);
  await Promise.all(folders.map((each) => goInto(visit, each.child, each)));
}

function settleFile({ walk, existing, used }: Visit, candidate: Candidate, checked: CheckedName): void {
  const { name, problem, wanted } = checked;
  if (problem)
    return walk.ask(candidate, { status: 'misnamed', problem, proposal: used.propose(wanted, false) });
  const item = existing?.get(nameKey(name));
  if (!item || candidate.hasBegun) return walk.settle(candidate, undefined);
  return walk.ask(candidate, taken(item, used.propose(name, false)));
}

async function goInto(
  { walk, folder, existing, used }: Visit,
  node: FolderNode,
  { name, problem, wanted }: CheckedName,
): Promise<void> {
  const item = existing?.get(nameKey(name));
  if (!problem && item?.folder && folder) {
    return visitFolder(walk, node, { driveId: item.driveId || folder.driveId, id: item.id, name: item.name });
  }
  if (!problem && !item) return visitFolder(walk, node, undefined);
  const proposal = used.propose(wanted, true);
  const question = problem ? ({ status: 'misnamed', problem, proposal } as const) : taken(item, proposal);
  const of = { id: `${walk.batch.id} ${JSON.stringify(node.path)}`, path: node.path };
  for (const candidate of everythingIn(node)) walk.ask(candidate, { ...question, folder: of });
  return undefined;
}

function taken(
  existing: DriveItem | undefined,
  proposal: string,
): Extract<AskingState, { status: 'conflict' }> {
  const error = new OneDriveError('name-conflict');
  return { status: 'conflict', error, proposal, ...(existing && { existing }) };
}
