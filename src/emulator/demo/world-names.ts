import type { Drive, FolderItem } from '../drive-parts';
import { plantFolder, plantText } from './planting';

/** Names that have broken clients: other scripts, marks, lengths. */
const NAMES: readonly string[] = [
  'تقرير سنوي ٢٠٢٥.txt',
  'מכתב לסבתא.txt',
  '会議の議事録.md',
  '旅行计划.txt',
  'यात्रा की योजना.txt',
  '여행 계획.txt',
  'แผนการเดินทาง.txt',
  'Письмо другу.txt',
  'Συνταγές της γιαγιάς.md',
  'Übergrößenträger ß.txt',
  'İstanbul gezisi.txt',
  '🎉 Party plan 🎂👩‍👩‍👧.txt',
  // An accent of its own (NFD), as files from a Mac have it.
  'Cafe\u0301 re\u0301sume\u0301.txt',
  "100% #1 + more & 'quotes'.txt",
  'semi;colon, comma = equals @ home $5 (final) [v2] {x}~.txt',
  'no extension',
  '.hidden',
  'archive.tar.gz',
  `A very long name ${'that goes on and on '.repeat(10)}until it ends.txt`,
];

export function plantWorldNames(drive: Drive, parent: FolderItem): void {
  const folder = plantFolder(drive, parent, 'Names of the world', { days: 400 });
  for (const [index, name] of NAMES.entries()) {
    plantText(drive, folder, name, { days: 390 - index * 17 }, `The name of this file is\n${name}\n`);
  }
  plantText(drive, plantFolder(drive, folder, 'مجلد', { days: 90 }), 'ملف.txt', { days: 90 }, 'مرحبا\n');
}
