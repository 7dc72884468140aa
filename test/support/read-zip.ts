import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;

/** SHA-256 of every entry of a zip of stored files, by its name. */
export async function hashZipEntries(path: string): Promise<ReadonlyMap<string, string>> {
  const entries = [...readZipEntries(await readFile(path))];
  return new Map(entries.map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]));
}

/** The entries of a zip of stored files, by their names: read by the format's own central directory. */
export function readZipEntries(zip: Buffer): ReadonlyMap<string, Buffer> {
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  const entries = new Map<string, Buffer>();
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('The zip has no valid central directory.');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    );
    if (zip.readUInt16LE(at + 10) !== STORED) throw new Error('Expected stored entries.');
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const size = zip.readUInt32LE(at + 24);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + size);
    if (crc32(bytes) !== zip.readUInt32LE(at + 16)) throw new Error(`The checksum of ${name} is wrong.`);
    entries.set(name, bytes);
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries;
}
