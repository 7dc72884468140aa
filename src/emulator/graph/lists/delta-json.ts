import { itemProperties } from '../items/item-json';
import { webUrlOf } from '../items/web-urls';
import type { Drive } from '../model/drive';
import { cTag } from '../model/item-tags';
import type { Item } from '../model/model';
import { expandedPermissions } from '../sharing/permissions';
import type { DriveCall } from '../world';

type Json = Record<string, unknown>;

/** The n in the cTag of what is gone. */
const NO_CONTENT = 4_294_967_295;
const HASH_OF_NOTHING = 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=';
const OF_PERSONAL_ROOT = new Set(['eTag', 'createdBy', 'lastModifiedBy']);

/** How delta tells of what is there: as recorded of personal drives, as documented for work drives. */
export function changedItem(call: DriveCall, item: Item): Json {
  const json = {
    ...itemProperties({ ...call, base: `/drives/${call.drive.id}` }, item),
    ...expandedPermissions(call, item),
  };
  if (call.drive.driveType !== 'personal') return without(json, (name) => name === 'cTag');
  const { parentReference } = json;
  if (isJson(parentReference)) {
    json['parentReference'] = without(parentReference, (name) => name === 'name');
  }
  return item.parent === null ? without(json, (name) => OF_PERSONAL_ROOT.has(name)) : json;
}

/** How delta tells of what is there no longer. */
export function goneItem(call: DriveCall, item: Item): Json {
  return call.drive.driveType === 'personal' ? goneFromPersonal(call, item) : goneFromWork(call.drive, item);
}

/** Neither name nor cTag; what it was stays known, because clients pass over what is neither file nor folder: a shortcut was a folder. */
function goneFromWork({ driveType, id: driveId }: Drive, item: Item): Json {
  return {
    id: item.id,
    size: 0,
    ...(item.kind === 'file' ? { file: {} } : { folder: { childCount: 0 } }),
    deleted: { state: 'deleted' },
    fileSystemInfo: {},
    parentReference: { driveType, driveId, id: item.parent?.id },
  };
}

function goneFromPersonal({ drive, world }: DriveCall, item: Item): Json {
  const { driveType, id: driveId } = drive;
  return {
    id: item.id,
    webUrl: webUrlOf(world.ports.origins.bytes, drive, item),
    cTag: cTag(item, NO_CONTENT),
    size: 0,
    ...(item.kind === 'file'
      ? { file: { hashes: { quickXorHash: HASH_OF_NOTHING } } }
      : { folder: { childCount: 0, view: {} } }),
    deleted: { state: 'deleted' },
    fileSystemInfo: {},
    parentReference: { driveType, driveId, id: item.parent?.id, siteId: drive.library.site.siteId },
  };
}

function without(json: Json, leftOut: (name: string) => boolean): Json {
  return Object.fromEntries(Object.entries(json).filter(([name]) => !leftOut(name)));
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
