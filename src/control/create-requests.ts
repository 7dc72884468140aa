import type { Access, PermissionGate, PermissionReason } from '../auth';
import {
  createDriveRequests,
  openElsewhere,
  type DriveAct,
  type DriveItem,
  type DriveRequests,
} from '../drive';
import type { Graph, Reach } from '../graph';
import type { ReadableStore } from '../lib';

interface RequestParts {
  readonly graph: Graph;
  readonly reach: Reach;
  readonly permission: Pick<PermissionGate, 'require'>;
  readonly rootPath: readonly string[];
  readonly isConsented: boolean;
  /** What is known to lie in recycle bins. */
  readonly deleted: ReadableStore<readonly DriveItem[]>;
}

/** The calls of the drive model. Whoever goes beyond their own drive is asked for the right at that moment. */
export function createRequests(parts: RequestParts): DriveRequests {
  const { graph, reach, permission, rootPath, isConsented, deleted } = parts;
  const authorize = (
    access: Access,
    signal?: AbortSignal,
    reason: PermissionReason = REASONS[access] ?? 'open',
  ) => permission.require(access, reason, signal);
  const requests = createDriveRequests(graph, rootPath, isConsented, {
    learnOwn: (driveId) => reach.learnOwn(driveId),
    enter: async (driveId, signal) => {
      const access = reach.accessTo(driveId, 'read');
      if (access !== 'read') await authorize(access, signal);
    },
  });
  // A root that nobody may leave has nothing beside it.
  if (rootPath.length > 0) return requests;
  return { ...requests, elsewhere: openElsewhere({ graph, requests, authorize, deleted }) };
}

/** In which drive something is about to change. */
export function driveOf(act: DriveAct): string {
  switch (act.kind) {
    case 'create-folder':
    case 'create-file':
      return act.parent.driveId;
    case 'rename':
      return act.item.driveId;
    default:
      return act.items[0]?.driveId ?? '';
  }
}

const REASONS: Readonly<Partial<Record<Access, PermissionReason>>> = {
  sites: 'sites',
  teams: 'teams',
  write: 'link',
};
