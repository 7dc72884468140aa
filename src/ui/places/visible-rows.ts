import type { OneDriveError } from '../../lib';
import { CLOSED, type Branch, type PlaceNode } from './place-tree';

/** A line of the tree. */
export type TreeRow =
  | {
      readonly kind: 'node';
      readonly key: string;
      readonly node: PlaceNode;
      readonly level: number;
      readonly position: number;
      readonly count: number;
      readonly status: Branch['status'];
      readonly parent: string | undefined;
    }
  | { readonly kind: 'loading'; readonly key: string; readonly level: number }
  | {
      readonly kind: 'failed';
      readonly key: string;
      readonly level: number;
      readonly node: PlaceNode;
      readonly error: OneDriveError;
      readonly parent: string;
    };

/** What is in view of the tree, from top to bottom. */
export function visibleRows(
  nodes: readonly PlaceNode[],
  branches: ReadonlyMap<string, Branch>,
  level = 1,
  parent?: string,
): readonly TreeRow[] {
  return nodes.flatMap((node, index): readonly TreeRow[] => {
    const branch = branches.get(node.key) ?? CLOSED;
    const own: TreeRow = {
      kind: 'node',
      key: node.key,
      node,
      level,
      position: index + 1,
      count: nodes.length,
      status: branch.status,
      parent,
    };
    if (branch.status === 'closed') return [own];
    return [
      own,
      ...visibleRows(branch.nodes, branches, level + 1, node.key),
      ...endOf(node, branch, level + 1),
    ];
  });
}

function endOf(node: PlaceNode, branch: Branch, level: number): readonly TreeRow[] {
  const key = `${node.key}/…`;
  if (branch.status === 'loading') return [{ kind: 'loading', key, level }];
  if (branch.status !== 'failed') return [];
  return [{ kind: 'failed', key, level, node, error: branch.error, parent: node.key }];
}
