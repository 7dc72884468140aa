import { array, assert, nat, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createQuickXorHash } from '../../../src/lib/quick-xor-hash';

function fast(...chunks: Uint8Array[]): string {
  const hash = createQuickXorHash();
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest();
}

/** Straight from the documentation, bit by bit, on purpose without any cleverness. */
function naive(bytes: Uint8Array): string {
  const bits = new Uint8Array(160);
  bytes.forEach((byte, index) => {
    for (let bit = 0; bit < 8; bit += 1) {
      const at = (index * 11 + bit) % 160;
      bits[at] = bits[at]! ^ ((byte >> bit) & 1);
    }
  });
  const length = BigInt(bytes.length);
  for (let bit = 0; bit < 64; bit += 1) {
    bits[96 + bit] = bits[96 + bit]! ^ Number((length >> BigInt(bit)) & 1n);
  }
  const hash = new Uint8Array(20);
  bits.forEach((value, at) => {
    hash[at >> 3] = hash[at >> 3]! | (value << (at & 7));
  });
  return Buffer.from(hash).toString('base64');
}

function sample(size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, i) => (i * 167 + (i >> 8) * 31 + 7) & 0xff);
}

describe('quickXorHash', () => {
  it('is twenty zero bytes for empty input', () => {
    expect(fast()).toBe('AAAAAAAAAAAAAAAAAAAAAAAAAAA=');
  });

  it('keeps its known values (checked once against public test vectors)', () => {
    expect(fast(Uint8Array.of(0x4a))).toBe('SgAAAAAAAAAAAAAAAQAAAAAAAAA=');
    expect(fast(new TextEncoder().encode('hello world'))).toBe('aCgDG9jwBhDc4Q1yawMZAAAAAAA=');
    expect(fast(new TextEncoder().encode('The quick brown fox jumps over the lazy dog'))).toBe(
      'bMSlbysmxJL6S75XwfMcQZOpcr4=',
    );
  });

  it.each([0, 1, 2, 7, 19, 20, 21, 159, 160, 161, 319, 320, 321, 65_535, 65_536, 65_537, 200_003])(
    'agrees with the bit-by-bit definition for %i bytes',
    (size) => {
      expect(fast(sample(size))).toBe(naive(sample(size)));
    },
  );

  it('agrees with the definition for any bytes', () => {
    assert(
      property(uint8Array({ maxLength: 2_000 }), (bytes) => {
        expect(fast(bytes)).toBe(naive(bytes));
      }),
    );
  });

  it('does not care how the bytes are cut or where they lie in memory', () => {
    assert(
      property(
        uint8Array({ maxLength: 3_000 }),
        array(nat({ max: 3_000 }), { maxLength: 12 }),
        nat({ max: 7 }),
        (bytes, cuts, shift) => {
          const home = new Uint8Array(bytes.length + shift);
          home.set(bytes, shift);
          const moved = home.subarray(shift);
          const edges = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length].sort(
            (a, b) => a - b,
          );
          const chunks = edges.slice(1).map((end, i) => moved.subarray(edges[i], end));
          expect(fast(...chunks)).toBe(naive(bytes));
        },
      ),
    );
  });

  it('forgets what a copy was fed', () => {
    const hash = createQuickXorHash();
    hash.update(sample(1_000));
    const copy = hash.copy();
    copy.update(sample(50));
    expect(hash.digest()).toBe(naive(sample(1_000)));
    expect(copy.digest()).not.toBe(hash.digest());
  });

  it('notices a changed byte, a swap of neighbours and a missing zero', () => {
    const bytes = sample(500);
    const changed = bytes.slice();
    changed[333] = changed[333]! ^ 1;
    expect(fast(changed)).not.toBe(fast(bytes));
    expect(fast(Uint8Array.of(1, 2))).not.toBe(fast(Uint8Array.of(2, 1)));
    expect(fast(Uint8Array.of(0, 0))).not.toBe(fast(Uint8Array.of(0)));
  });
});
