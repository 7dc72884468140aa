/** An incremental SHA-1: the Web's own `digest` wants all bytes at once. */
export interface Sha1 {
  update(bytes: Uint8Array): void;
  /** Upper-case hex, as personal drives show it. Ends the hash. */
  digest(): string;
  copy(): Sha1;
}

const BLOCK = 64;
const START: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];

/** Starts an empty SHA-1. */
export function createSha1(): Sha1 {
  return sha1From(Int32Array.from(START), new Uint8Array(BLOCK), 0);
}

function sha1From(state: Int32Array, block: Uint8Array, initialLength: number): Sha1 {
  let length = initialLength;
  const schedule = new Int32Array(80);
  const blockView = new DataView(block.buffer);

  const update = (bytes: Uint8Array): void => {
    const used = length % BLOCK;
    length += bytes.length;
    let offset = 0;
    if (used > 0) {
      offset = Math.min(bytes.length, BLOCK - used);
      block.set(bytes.subarray(0, offset), used);
      if (used + offset < BLOCK) return;
      mixBlock(state, blockView, 0, schedule);
    }
    // Whole blocks are read where they stand.
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (; offset + BLOCK <= bytes.length; offset += BLOCK) mixBlock(state, view, offset, schedule);
    block.set(bytes.subarray(offset));
  };

  return {
    update,
    digest() {
      const bits = BigInt(length) * 8n;
      const padding = new Uint8Array(((119 - (length % BLOCK)) % BLOCK) + 9);
      padding[0] = 0x80;
      new DataView(padding.buffer).setBigUint64(padding.length - 8, bits);
      update(padding);
      return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0'))
        .join('')
        .toUpperCase();
    },
    copy: () => sha1From(state.slice(), block.slice(), length),
  };
}

// The loop that every byte of a large upload passes: it makes no arrays and calls nothing that does.
function mixBlock(state: Int32Array, view: DataView, at: number, w: Int32Array): void {
  for (let i = 0; i < 16; i += 1) w[i] = view.getInt32(at + i * 4);
  for (let i = 16; i < 80; i += 1) {
    w[i] = rotate((w[i - 3] ?? 0) ^ (w[i - 8] ?? 0) ^ (w[i - 14] ?? 0) ^ (w[i - 16] ?? 0), 1);
  }
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  let e = state[4] ?? 0;
  for (let i = 0; i < 80; i += 1) {
    const next = (rotate(a, 5) + chosen(i, b, c, d) + e + (w[i] ?? 0)) | 0;
    e = d;
    d = c;
    c = rotate(b, 30);
    b = a;
    a = next;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
  state[4] = (state[4] ?? 0) + e;
}

/** What the round takes of three words, and its constant. */
function chosen(i: number, b: number, c: number, d: number): number {
  if (i < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (i < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (i < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
