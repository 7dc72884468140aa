import type { Drive } from '../model/drive';
import type { Item } from '../model/model';
import type { Call } from '../world';
import { itemProperties } from './item-json';

type Json = Record<string, unknown>;

/** An item together with where it is. */
export interface ItemIn {
  readonly drive: Drive;
  readonly item: Item;
}

/** What is told of an item inside `remoteItem`; the first of them outside it as well. */
const OUTSIDE = [
  'id',
  'name',
  'size',
  'webUrl',
  'createdBy',
  'createdDateTime',
  'lastModifiedBy',
  'lastModifiedDateTime',
  'fileSystemInfo',
];
const INSIDE = [...OUTSIDE, 'file', 'folder', 'image', 'parentReference', 'shared', 'specialFolder'];

/** An item that points to another drive: clients act on `remoteItem` and the drive it names (protocol 1.2). */
export function pointerJson(call: Call, { drive, item }: ItemIn): Json {
  const options = { ...call.options, select: null, expand: [] };
  const all = itemProperties({ ...call, options, drive, base: `/drives/${drive.id}` }, item);
  return { ...only(all, OUTSIDE), remoteItem: only(all, INSIDE) };
}

function only(all: Json, names: readonly string[]): Json {
  return Object.fromEntries(names.filter((name) => all[name] !== undefined).map((name) => [name, all[name]]));
}
