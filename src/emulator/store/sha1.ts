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

  const update = (bytes: Uint8Array): void => {
    let offset = 0;
    while (offset < bytes.length) {
      const used = length % BLOCK;
      const part = bytes.subarray(offset, offset + BLOCK - used);
      block.set(part, used);
      offset += part.length;
      length += part.length;
      if (length % BLOCK === 0) mixBlock(state, block, schedule);
    }
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

function mixBlock(state: Int32Array, block: Uint8Array, w: Int32Array): void {
  const view = new DataView(block.buffer);
  for (let i = 0; i < 16; i += 1) w[i] = view.getInt32(i * 4);
  for (let i = 16; i < 80; i += 1) {
    w[i] = rotate((w[i - 3] ?? 0) ^ (w[i - 8] ?? 0) ^ (w[i - 14] ?? 0) ^ (w[i - 16] ?? 0), 1);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let i = 0; i < 80; i += 1) {
    const [f, k] = round(i, b, c, d);
    const next = (rotate(a, 5) + f + e + k + (w[i] ?? 0)) | 0;
    e = d;
    d = c;
    c = rotate(b, 30);
    b = a;
    a = next;
  }
  [a, b, c, d, e].forEach((value, i) => {
    state[i] = ((state[i] ?? 0) + value) | 0;
  });
}

function round(i: number, b: number, c: number, d: number): readonly [number, number] {
  if (i < 20) return [(b & c) | (~b & d), 0x5a827999];
  if (i < 40) return [b ^ c ^ d, 0x6ed9eba1];
  if (i < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc];
  return [b ^ c ^ d, 0xca62c1d6];
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
