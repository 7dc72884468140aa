import type { DriveItem } from '../../src/drive';

const EXTENSIONS = [
  'docx',
  'xlsx',
  'pptx',
  'pdf',
  'png',
  'jpg',
  'mp4',
  'mp3',
  'zip',
  'txt',
  'ts',
  'csv',
  'md',
];
const SUBJECTS = ['Annual report', 'Budget', 'Invoice', 'Minutes', 'Roadmap', 'Photo', 'Contract', 'Notes'];
const PEOPLE = ['Megan Bowen', 'Alex Wilber', 'Adele Vance', 'Nestor Wilke'];
const DAY = 86_400_000;
/** The moment at which the builders' time stands. */
const BUILDER_NOW = Date.UTC(2026, 9, 14, 9, 30);

/** A file of the demo drive, with what matters to the test in `given`. */
export function buildFile(given: Partial<DriveItem> = {}): DriveItem {
  const name = given.name ?? 'Report.docx';
  return {
    id: `file:${name}`,
    driveId: 'drive',
    name,
    size: 24_576,
    eTag: '"1"',
    lastModifiedDateTime: '2026-10-01T08:00:00Z',
    lastModifiedBy: 'Megan Bowen',
    webUrl: 'https://contoso-my.sharepoint.com/personal/megan/Documents/Report.docx',
    parentReference: { driveId: 'drive', id: 'root' },
    file: { mimeType: 'application/octet-stream' },
    ...given,
  };
}

export function buildFolder(given: Partial<DriveItem> = {}): DriveItem {
  const name = given.name ?? 'Projects';
  return {
    ...buildFile({ size: 0, ...given, id: given.id ?? `folder:${name}`, name }),
    file: undefined,
    folder: { childCount: 3, ...given.folder },
  };
}

/** `count` files of many types and ages: the same at every run. */
export function buildFiles(count: number): DriveItem[] {
  return Array.from({ length: count }, (_, index) => {
    const extension = EXTENSIONS[index % EXTENSIONS.length] ?? 'txt';
    const subject = SUBJECTS[(index * 5) % SUBJECTS.length] ?? 'File';
    const age = ((index * 37) % 400) * DAY + index * 61_000;
    return buildFile({
      id: `file-${index}`,
      name: `${subject} ${String(index + 1).padStart(4, '0')}.${extension}`,
      size: (index * 7919 * 131) % 50_000_000,
      lastModifiedDateTime: new Date(BUILDER_NOW - age).toISOString(),
      lastModifiedBy: PEOPLE[index % PEOPLE.length],
      shared: index % 9 === 4 ? { scope: 'users' } : undefined,
    });
  });
}

/** What a real drive's root looks like, with the names that break things. */
export function buildDemoItems(): DriveItem[] {
  const folders = ['Documents', 'Pictures', 'Projects', 'Receipts 2026', 'مشاريع'].map((name, index) =>
    buildFolder({
      name,
      folder: { childCount: [12, 148, 1, 0, 7][index] },
      lastModifiedDateTime: new Date(BUILDER_NOW - index * 3 * DAY).toISOString(),
      ...(index === 2 && { shared: { scope: 'users' } }),
    }),
  );
  const strange = [
    'Minutes of the extraordinary meeting of the steering committee about the new building, third draft, with comments.docx',
    'photo\u202Egpj.exe',
    '<img src=x onerror=alert(1)>.txt',
    'תקציב 2026.xlsx',
    '報告書 🎉.pdf',
  ].map((name, index) => buildFile({ name, size: 1500 * 7 ** index }));
  const notebook = {
    ...buildFile({ name: 'Meeting notes' }),
    file: undefined,
    package: { type: 'oneNote' },
  };
  return [...folders, ...buildFiles(18), ...strange, notebook];
}
