import type { DriveItem } from '../../graph';
import { itemKey } from '../item-key';
import type { FileContent, Previews } from './previews';

/** What was read of the files that are looked at, and of those that may be next. */
export interface Contents {
  /** Read once as long as the file is kept; what failed is read again when it is asked for again. */
  read(item: DriveItem, limit: number): Promise<FileContent>;
  /** What is being read of all others ends, and is forgotten. */
  keep(items: readonly DriveItem[]): void;
}

interface Reading {
  readonly content: Promise<FileContent>;
  readonly end: AbortController;
}

/** Keeps what is read until nobody is near it any more. */
export function createContents(load: () => Promise<Pick<Previews, 'read'>>): Contents {
  const readings = new Map<string, Reading>();
  const begin = (item: DriveItem, limit: number): Reading => {
    const end = new AbortController();
    const read = async () => (await load()).read(item, limit, end.signal);
    const reading = { content: read(), end };
    reading.content.catch(() => {
      if (readings.get(keyOf(item)) === reading) readings.delete(keyOf(item));
    });
    readings.set(keyOf(item), reading);
    return reading;
  };
  return {
    read: (item, limit) => (readings.get(keyOf(item)) ?? begin(item, limit)).content,
    keep: (items) => {
      const kept = new Set(items.map(keyOf));
      for (const [key, { end }] of readings) {
        if (kept.has(key)) continue;
        readings.delete(key);
        end.abort();
      }
    },
  };
}

/** Another version has other bytes. */
function keyOf(item: DriveItem): string {
  return `${itemKey(item)} ${item.cTag ?? item.eTag ?? ''}`;
}
