import type { Drive } from './model/drive';
import { sizeOf } from './model/tree';
import { eTagOf } from './model/item-tags';
import type { Item } from './model/model';
import { pathOf } from './model/names';
import { addressOf } from './model/owner';
import { findSession } from './bytes/open-sessions';
import { isFull } from './bytes/upload-session';
import type { StateOptions } from './graph-ports';
import type { World } from './world';

/** The truth, for oracles: what is stored and which uploads are open. Holds no secret. */
export function stateOf(world: World, { items }: StateOptions): object {
  return {
    drives: [...world.drives.values()].map((drive) => ({
      ...driveState(drive),
      ...(items ? { items: [...drive.items.values()].map(itemState) } : {}),
    })),
    throttling: world.throttle.state(),
    uploadSessions: openSessions(world),
  };
}

/** The uploads that somebody began and has neither finished nor given up. */
export function openSessions(world: World): object[] {
  const sessions = [...world.sessions.keys()].flatMap((key) => findSession(world, key) ?? []);
  return sessions.map((session) => ({
    driveId: session.destination.drive.id,
    parentId: session.destination.parent.id,
    name: session.destination.name,
    received: session.intake.received,
    total: session.total,
    full: isFull(session),
    expires: session.expires,
  }));
}

function driveState(drive: Drive): object {
  return {
    id: drive.id,
    driveType: drive.driveType,
    owner: addressOf(drive.owner),
    count: drive.items.size,
    size: sizeOf(drive.root),
  };
}

function itemState(item: Item): object {
  return {
    id: item.id,
    path: `/${pathOf(item).join('/')}`,
    kind: item.kind,
    size: sizeOf(item),
    eTag: eTagOf(item),
    ...(item.kind === 'file' ? { quickXorHash: item.content.hashes.quickXorHash } : {}),
  };
}
