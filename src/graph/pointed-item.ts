import * as v from 'valibot';
import { parseDriveItem, type DriveItem } from './drive-item';

const schema = v.looseObject({ remoteItem: v.nullish(v.looseObject({ id: v.string() })) });

/**
 * An entry of a list that points at items: the item itself, which is what everything is done with. The id of the entry
 * means nothing anywhere else (microsoft-graph-docs, drive-sharedwithme). @throws v.ValiError
 */
export function parsePointedItem(json: unknown): DriveItem {
  const entry = parseDriveItem(json);
  const { remoteItem } = v.parse(schema, json);
  if (!remoteItem || !entry.remoteItem) return entry;
  const item = parseDriveItem(remoteItem);
  return { ...item, name: item.name || entry.name, webUrl: item.webUrl ?? entry.webUrl };
}
