import type { DriveItem } from '../graph';
import { AGES, createAgeTeller } from './age';
import { fileTypeOf } from './file-type';
import type { Filters } from './filters';

export function passesFilters({ type, person, since }: Filters, now: number): (item: DriveItem) => boolean {
  const ageOf = createAgeTeller(now);
  const last = since && AGES.indexOf(since);
  return (item) =>
    (type === undefined || fileTypeOf(item) === type) &&
    (person === undefined || item.lastModifiedBy === person) &&
    (last === undefined || AGES.indexOf(ageOf(item.lastModifiedDateTime)) <= last);
}
