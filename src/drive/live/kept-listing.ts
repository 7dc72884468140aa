import * as v from 'valibot';
import type { DriveItem } from '../../graph';
import type { PathFolder } from '../folder-browser';

/** What a folder held. */
export interface KeptListing {
  /** When it was listed (epoch milliseconds). */
  readonly at: number;
  readonly path: readonly PathFolder[];
  readonly items: readonly DriveItem[];
}

/** What rows show, and nothing that leads to the content: neither addresses nor pictures, nor who wrote it. */
export function writeKeptListing({ at, path, items }: KeptListing): string {
  return JSON.stringify({
    at,
    path: path.map(({ driveId, id, name }) => ({ driveId, id, name })),
    items: items.map((item) => ({
      id: item.id,
      driveId: item.driveId,
      name: item.name,
      size: item.size,
      createdDateTime: item.createdDateTime,
      lastModifiedDateTime: item.lastModifiedDateTime,
      parentReference: { driveId: item.parentReference.driveId, id: item.parentReference.id },
      file: item.file && { mimeType: item.file.mimeType },
      folder: item.folder,
      package: item.package,
      remoteItem: item.remoteItem && {
        driveId: item.remoteItem.driveId,
        id: item.remoteItem.id,
        folder: item.remoteItem.folder,
      },
      shared: item.shared,
    })),
  });
}

const reference = { driveId: v.string(), id: v.string() };
const schema = v.object({
  at: v.number(),
  path: v.array(v.object({ ...reference, name: v.string() })),
  items: v.array(v.looseObject({ ...reference, name: v.string(), parentReference: v.looseObject({}) })),
});

/** @throws where it is something else */
export function parseKeptListing(json: string): KeptListing {
  // What was not asked for here was written by `writeKeptListing`, and sealed.
  return v.parse(schema, JSON.parse(json));
}
