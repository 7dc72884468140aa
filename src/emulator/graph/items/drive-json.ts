import type { Answer } from '../protocol/answer';
import { sizeOf } from '../model/drive';
import { graphDate } from '../protocol/graph-dates';
import { selected } from '../protocol/selected';
import { identity } from './item-json';
import type { DriveCall } from '../world';
import { webUrlOf } from './web-urls';

/** The drive resource. */
export function driveJson(call: DriveCall): Record<string, unknown> {
  const { drive, options, world } = call;
  const used = sizeOf(drive.root);
  const remaining = Math.max(0, drive.quotaTotal - used);
  const all = {
    id: drive.id,
    name: 'OneDrive',
    description: '',
    driveType: drive.driveType,
    createdDateTime: graphDate(drive.created),
    lastModifiedDateTime: graphDate(drive.root.modified),
    webUrl: webUrlOf(world.ports.origins.bytes, drive, drive.root),
    createdBy: { user: { displayName: 'System Account' } },
    lastModifiedBy: { user: identity(drive.owner) },
    owner: { user: identity(drive.owner) },
    quota: {
      deleted: 0,
      remaining,
      state: quotaState(remaining, drive.quotaTotal),
      total: drive.quotaTotal,
      used,
    },
  };
  return selected(all, options.select);
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
