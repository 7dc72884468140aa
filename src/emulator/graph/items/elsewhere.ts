import type { Drive } from '../model/drive';
import type { Item } from '../model/model';
import type { Call } from '../world';
import { itemProperties } from './item-json';
import { only, OUTSIDE, remoteItemJson } from './remote-item';

type Json = Record<string, unknown>;

/** An item together with where it is. */
export interface ItemIn {
  readonly drive: Drive;
  readonly item: Item;
}

/** An item that points to another drive: clients act on `remoteItem` and the drive it names (protocol 1.2). */
export function pointerJson(call: Call, { drive, item }: ItemIn): Json {
  const options = { ...call.options, select: null, expand: [] };
  const all = itemProperties({ ...call, options, drive, base: `/drives/${drive.id}` }, item);
  return { ...only(all, OUTSIDE), remoteItem: remoteItemJson(all) };
}
