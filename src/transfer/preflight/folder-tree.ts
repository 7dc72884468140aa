import type { UploadBatch } from '../upload-batch';
import type { Candidate } from './candidate';

/** A folder of the upload, with what is to come into it. */
export interface FolderNode {
  /** As it was given; the target has none. */
  readonly path: readonly string[];
  /** What it is to be called. */
  readonly name: string;
  readonly isNameChosen: boolean;
  readonly children: Map<string, FolderNode>;
  readonly files: Candidate[];
  /** Itself, where it is uploaded for its own sake: an empty one. */
  readonly own: Candidate[];
}

export function createTree(
  candidates: readonly Candidate[],
  { folderName }: Pick<UploadBatch, 'folderName'>,
): FolderNode {
  const root = createNode([], { name: '', isChosen: true });
  for (const candidate of candidates) {
    let node = root;
    candidate.path.forEach((name, index) => {
      const path = candidate.path.slice(0, index + 1);
      const child = node.children.get(name) ?? createNode(path, folderName(path));
      node.children.set(name, child);
      node = child;
    });
    (candidate.kind === 'file' ? node.files : node.own).push(candidate);
  }
  return root;
}

/** All that are in it or below it, and itself. */
export function everythingIn(node: FolderNode): readonly Candidate[] {
  return [...node.own, ...node.files, ...[...node.children.values()].flatMap(everythingIn)];
}

/** Every name of the tree, but for the target's own. */
export function namesIn(node: FolderNode): readonly string[] {
  const below = [...node.children.values()].flatMap((child) => [child.name, ...namesIn(child)]);
  return [...node.files.map(({ name }) => name), ...below];
}

function createNode(
  path: readonly string[],
  { name, isChosen }: ReturnType<UploadBatch['folderName']>,
): FolderNode {
  return { path, name, isNameChosen: isChosen, children: new Map(), files: [], own: [] };
}
