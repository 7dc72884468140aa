/** One file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const VERSION = 20;
const NAMES_ARE_UTF8 = 0x0800;
/** 1 January 1980, midnight: the same input makes the same archive at any time. */
const DAY = 0x0021;
const LOCAL_HEADER = 30;
const DIRECTORY_ENTRY = 46;
const END = 22;

/**
 * An archive of entries that are stored, not compressed, each with its length in front of it:
 * readers of Office packages refuse the lengths after the bytes that streaming writers leave.
 */
export function zipStored(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const files = entries.map(({ name, bytes }) => ({
    name: new TextEncoder().encode(name),
    bytes,
    crc: crc32(bytes),
  }));
  const sum = (part: (file: (typeof files)[number]) => number): number =>
    files.reduce((total, file) => total + part(file), 0);
  const directoryAt = sum(({ name, bytes }) => LOCAL_HEADER + name.length + bytes.length);
  const directorySize = sum(({ name }) => DIRECTORY_ENTRY + name.length);
  const writer = createWriter(directoryAt + directorySize + END);
  const offsets: number[] = [];
  for (const file of files) {
    offsets.push(writer.position());
    writer.u32(0x04034b50);
    writeCommon(writer, file);
    writer.bytes(file.name, file.bytes);
  }
  for (const [index, file] of files.entries()) {
    writer.u32(0x02014b50);
    writer.u16(VERSION);
    writeCommon(writer, file);
    // No comment, first disk, no attributes.
    writer.u16(0, 0, 0);
    writer.u32(0, offsets[index] ?? 0);
    writer.bytes(file.name);
  }
  writer.u32(0x06054b50);
  writer.u16(0, 0, files.length, files.length);
  writer.u32(directorySize, directoryAt);
  writer.u16(0);
  return writer.done();
}

/** What the header before a file and its entry in the directory both hold. */
function writeCommon(
  writer: Writer,
  file: { readonly name: Uint8Array; readonly bytes: Uint8Array; readonly crc: number },
): void {
  const stored = 0;
  const time = 0;
  const extraLength = 0;
  writer.u16(VERSION, NAMES_ARE_UTF8, stored, time, DAY);
  writer.u32(file.crc, file.bytes.length, file.bytes.length);
  writer.u16(file.name.length, extraLength);
}

interface Writer {
  position(): number;
  u16(...values: readonly number[]): void;
  u32(...values: readonly number[]): void;
  bytes(...parts: readonly Uint8Array[]): void;
  done(): Uint8Array<ArrayBuffer>;
}

function createWriter(size: number): Writer {
  const target = new Uint8Array(size);
  const view = new DataView(target.buffer);
  let at = 0;
  return {
    position: () => at,
    u16(...values) {
      for (const value of values) {
        view.setUint16(at, value, true);
        at += 2;
      }
    },
    u32(...values) {
      for (const value of values) {
        view.setUint32(at, value, true);
        at += 4;
      }
    },
    bytes(...parts) {
      for (const part of parts) {
        target.set(part, at);
        at += part.length;
      }
    },
    done: () => target,
  };
}

/** Bit by bit: the packages are small, and a table would be longer than the loop. */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
