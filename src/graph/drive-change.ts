import * as v from 'valibot';
import { parseDriveItem, type DriveItem } from './drive-item';

/** What delta tells of one item. */
export interface DriveChange {
  /** As it is now; of what is deleted little more than its id is told, and perhaps no name. */
  readonly item: DriveItem;
  readonly isDeleted: boolean;
}

/** A part of what has changed: exactly one of the links tells how to go on. */
interface ChangePage {
  readonly changes: readonly DriveChange[];
  /** To the rest of it. */
  readonly nextLink?: string | undefined;
  /** To what changes from now on. */
  readonly deltaLink?: string | undefined;
}

const deletedSchema = v.looseObject({ deleted: v.nullish(v.looseObject({})) });
const pageSchema = v.looseObject({
  value: v.array(v.unknown()),
  '@odata.nextLink': v.nullish(v.string()),
  '@odata.deltaLink': v.nullish(v.string()),
});

/** An item that may be deleted. @throws v.ValiError where the answer is no driveItem */
export function parseDriveChange(json: unknown): DriveChange {
  const { deleted } = v.parse(deletedSchema, json);
  return { item: parseDriveItem(json), isDeleted: deleted !== undefined && deleted !== null };
}

/** @throws v.ValiError where the answer is no page of delta */
export function parseChangePage(json: unknown): ChangePage {
  const raw = v.parse(pageSchema, json);
  return {
    changes: raw.value.map(parseDriveChange),
    nextLink: raw['@odata.nextLink'] ?? undefined,
    deltaLink: raw['@odata.deltaLink'] ?? undefined,
  };
}
