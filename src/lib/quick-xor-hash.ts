/** An incremental quickXorHash, the one hash both kinds of OneDrive account offer. */
export interface QuickXorHash {
  update(bytes: Uint8Array): void;
  /** Base64 of the 20-byte hash of everything seen so far. More bytes may follow. */
  digest(): string;
  /** An independent hash of the same bytes, so that an unfinished fragment can be forgotten. */
  copy(): QuickXorHash;
}

const WIDTH_BITS = 160;
const SHIFT_BITS = 11;
const WIDTH_BYTES = WIDTH_BITS / 8;
/** Byte i lands at bit (11·i) mod 160, so bytes 160 apart share a place and may be XORed first. */
const LANES = WIDTH_BITS;
const LANE_WORDS = LANES / 4;

/** Starts an empty quickXorHash. */
export function createQuickXorHash(): QuickXorHash {
  return hashFrom(new Uint32Array(LANE_WORDS), 0);
}

function hashFrom(words: Uint32Array, initialLength: number): QuickXorHash {
  const lanes = new Uint8Array(words.buffer);
  let length = initialLength;

  return {
    update(bytes) {
      xorInto(words, lanes, length % LANES, bytes);
      length += bytes.length;
    },
    digest: () => base64(fold(lanes, length)),
    copy: () => hashFrom(words.slice(), length),
  };
}

function xorInto(words: Uint32Array, lanes: Uint8Array, start: number, bytes: Uint8Array): void {
  // Head: byte by byte until the lane position is 0, so the body can go word by word.
  const head = Math.min(bytes.length, start === 0 ? 0 : LANES - start);
  for (let i = 0; i < head; i += 1) xorByte(lanes, start + i, bytes[i]);

  const wholeBlocks = Math.floor((bytes.length - head) / LANES);
  const bodyEnd = head + wholeBlocks * LANES;
  if (wholeBlocks > 0) xorBlocks(words, alignedWords(bytes, head, bodyEnd));

  for (let i = bodyEnd; i < bytes.length; i += 1) xorByte(lanes, i - bodyEnd, bytes[i]);
}

function xorByte(lanes: Uint8Array, lane: number, byte = 0): void {
  lanes[lane] = (lanes[lane] ?? 0) ^ byte;
}

/** A word view needs an address divisible by four; only a misaligned body is copied. */
function alignedWords(bytes: Uint8Array, start: number, end: number): Uint32Array {
  const offset = bytes.byteOffset + start;
  if (offset % 4 === 0) return new Uint32Array(bytes.buffer, offset, (end - start) / 4);
  return new Uint32Array(bytes.slice(start, end).buffer);
}

/** One lane at a time over all blocks of a stretch keeps the accumulator in a register. */
function xorBlocks(words: Uint32Array, body: Uint32Array): void {
  const stretch = LANE_WORDS * 128;
  for (let from = 0; from < body.length; from += stretch) {
    const to = Math.min(body.length, from + stretch);
    for (let lane = 0; lane < LANE_WORDS; lane += 1) {
      let value = words[lane] ?? 0;
      for (let i = from + lane; i < to; i += LANE_WORDS) value ^= body[i] ?? 0;
      words[lane] = value;
    }
  }
}

function fold(lanes: Uint8Array, length: number): Uint8Array {
  const hash = new Uint8Array(WIDTH_BYTES);
  for (let lane = 0; lane < LANES; lane += 1) {
    const bit = (lane * SHIFT_BITS) % WIDTH_BITS;
    const index = bit >> 3;
    const shifted = (lanes[lane] ?? 0) << (bit & 7);
    xorByte(hash, index, shifted & 0xff);
    xorByte(hash, (index + 1) % WIDTH_BYTES, shifted >> 8);
  }
  // The length is a 64-bit little-endian number; beyond 2^53 no file exists.
  let rest = length;
  for (let i = WIDTH_BYTES - 8; i < WIDTH_BYTES; i += 1) {
    xorByte(hash, i, rest % 256);
    rest = Math.floor(rest / 256);
  }
  return hash;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
