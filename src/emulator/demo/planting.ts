import { generatedContent, type Drive, type FileItem, type FolderItem, type Person } from '../drive-parts';

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
  // Older than its last change, as files are.
  file.created = daysAgo(days * 1.2 + 3);
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

/** Small text files in any number: nothing is kept of them but their names. */
export function plantMany(drive: Drive, parent: FolderItem, count: number): void {
  const digits = String(count).length;
  for (let n = 1; n <= count; n += 1) {
    const name = `Item ${String(n).padStart(digits, '0')}.txt`;
    const make = (): Uint8Array =>
      new TextEncoder().encode(`This is ${name}, number ${n} of ${count}.\n`.repeat(1 + (n % 9)));
    plantFile(drive, parent, name, { days: 1 + (n % 900) }, make);
  }
}
