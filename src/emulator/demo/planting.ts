import {
  generatedContent,
  type Drive,
  type FileItem,
  type FolderItem,
  type Person,
  type Series,
} from '../drive-parts';

/** The demo drives' today. Fixed, so that pictures of the screen stay the same. */
const TODAY = Date.UTC(2026, 10, 2, 9, 30);
const DAY = 86_400_000;

/** Who did something, and how many days ago. */
export interface Touch {
  readonly days: number;
  readonly by?: Person;
}

export function daysAgo(days: number): number {
  return TODAY - Math.round(days * DAY);
}

export function plantFolder(drive: Drive, parent: FolderItem, name: string, { days, by }: Touch): FolderItem {
  return drive.addFolder(parent, { name, at: daysAgo(days), by: by ?? drive.root.createdBy });
}

/** A file whose bytes are made whenever they are wanted. */
export function plantFile(
  drive: Drive,
  parent: FolderItem,
  name: string,
  touch: Touch,
  make: () => Uint8Array,
): FileItem {
  const { days, by = drive.root.createdBy } = touch;
  const birth = { name, at: daysAgo(days), by };
  const file = drive.addFile(parent, birth, generatedContent(make, drive.driveType === 'personal'));
  file.created = createdBefore(days);
  file.fileCreated = file.created;
  return file;
}

export function plantText(
  drive: Drive,
  parent: FolderItem,
  name: string,
  touch: Touch,
  text: string,
): FileItem {
  return plantFile(drive, parent, name, touch, () => new TextEncoder().encode(text));
}

/** Small text files in any number: nothing is kept of them. */
export function plantMany(drive: Drive, parent: FolderItem, count: number): void {
  drive.addSeries(parent, smallTexts(count));
}

/** One to nine times a line that is of the same length in all of them. */
function smallTexts(count: number): Series {
  const digits = String(count).length;
  const name = (place: number): string => `Item ${String(place + 1).padStart(digits, '0')}.txt`;
  const line = (place: number): string => `This is ${name(place)}, one of ${count}.\n`;
  const lines = (place: number): number => 1 + ((place + 1) % 9);
  const days = (place: number): number => 1 + ((place + 1) % 900);
  const { length } = line(0);
  return {
    length: count,
    name,
    size: (place) => length * lines(place),
    created: (place) => createdBefore(days(place)),
    modified: (place) => daysAgo(days(place)),
    make: (place) => new TextEncoder().encode(line(place).repeat(lines(place))),
  };
}

/** Files are older than their last change. */
function createdBefore(days: number): number {
  return daysAgo(days * 1.2 + 3);
}
