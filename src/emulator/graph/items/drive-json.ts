import type { Answer } from '../protocol/answer';
import { usedBytes } from '../bytes/open-sessions';
import type { Drive } from '../model/drive';
import { graphDate } from '../protocol/graph-dates';
import { selected } from '../protocol/selected';
import { identity, ownerIdentity, sharepointIds } from './item-json';
import { standingOf } from '../sharing/access';
import type { DriveCall, World } from '../world';
import { webUrlOf } from './web-urls';

/** The drive resource. */
export function driveJson(call: DriveCall): Record<string, unknown> {
  const { drive, options, world } = call;
  const withStanding = standingOf(call, drive, drive.root) !== 'nothing';
  const all = {
    id: drive.id,
    name: drive.library.name,
    description: '',
    driveType: drive.driveType,
    createdDateTime: graphDate(drive.created),
    lastModifiedDateTime: graphDate(drive.root.modified),
    webUrl: webUrlOf(world.ports.origins.bytes, drive, drive.root),
    createdBy: { user: { displayName: 'System Account' } },
    lastModifiedBy: { user: identity(drive.root.modifiedBy) },
    owner: ownerIdentity(drive.owner),
    // Not for those with whom only something in it was shared (protocol 1.1).
    ...(withStanding ? { quota: quotaOf(world, drive) } : {}),
    ...(options.select?.has('sharePointIds') === true ? { sharePointIds: sharepointIds(call) } : {}),
  };
  return selected(all, options.select);
}

function quotaOf(world: World, drive: Drive): object {
  const { quotaTotal: total } = drive;
  const used = usedBytes(world, drive);
  const remaining = Math.max(0, total - used);
  return { deleted: 0, remaining, state: quotaState(remaining, total), total, used };
}

function quotaState(remaining: number, total: number): string {
  const left = remaining / total;
  if (left <= 0) return 'exceeded';
  if (left < 0.01) return 'critical';
  return left < 0.1 ? 'nearing' : 'normal';
}

export function readDrive(call: DriveCall): Answer {
  return { status: 200, context: 'drives/$entity', body: driveJson(call) };
}
