import { businessDriveId, businessItemId, personalItemId } from './ids';
import { createSequence, firstWordOfId, hex, ROOT_GUID } from './ids';
import type { DriveType } from './names';
import type { Birthmarks } from './new-item';
import { createNumberedGuids } from './numbered-guids';
import type { Library } from './site';

/** The drive's id and those of its items: always the same for the same library. */
export function createDriveNames({ site, listId, folder }: Library, driveType: DriveType) {
  const next = createSequence(`drive ${site.path}/${folder}`);
  // Personal ids keep a leading zero on purpose: clients lose it (faults.md 43).
  const id =
    driveType === 'personal'
      ? `0${hex(next, 15).replace(/^0/, 'f')}`
      : businessDriveId(site.siteId, site.webId, listId);
  const guids = createNumberedGuids(next());
  const marks = (number: number): Birthmarks => {
    const item = number === 0 ? ROOT_GUID : guids.guid(number);
    return {
      number,
      guid: item,
      id: driveType === 'personal' ? personalItemId(id, item) : businessItemId(listId, item),
    };
  };
  const rootId = marks(0).id;
  const numberOf = (itemId: string): number | undefined => {
    if (itemId === rootId) return 0;
    const word = firstWordOfId(itemId);
    return word === undefined ? undefined : guids.numberOf(word);
  };
  return { id, marks, numberOf };
}
