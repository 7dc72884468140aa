import type { Drive } from '../model/drive';
import type { Item } from '../model/model';
import { pathOf } from '../model/names';

/** A user's part of a OneDrive for Business address: `ada_contoso_com`. */
export function personSlug(drive: Drive): string {
  return drive.user.upn.replaceAll(/[^A-Za-z0-9]/g, '_').toLowerCase();
}

/**
 * Where a person would open the item. It stays on the emulator's own host, so that no click in a
 * demonstration leads to a real service.
 */
export function webUrlOf(bytes: string, drive: Drive, item: Item): string {
  if (drive.driveType === 'personal') return `${bytes}/?cid=${drive.id}&id=${encodeURIComponent(item.id)}`;
  const path = pathOf(item).map((name) => `/${encodeURIComponent(name)}`);
  return `${bytes}/personal/${personSlug(drive)}/Documents${path.join('')}`;
}
