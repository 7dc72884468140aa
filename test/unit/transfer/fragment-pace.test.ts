import { describe, expect, it } from 'vitest';
import { createFragmentPace } from '../../../src/transfer/fragment-pace';

const MIB = 1024 ** 2;
const UNIT = 320 * 1024;

/** Sends so many on a line of so many bytes a second. */
function send(pace: ReturnType<typeof createFragmentPace>, times: number, bytesPerSecond: number) {
  return Array.from({ length: times }, () => {
    const bytes = pace.size();
    pace.arrived(bytes, (bytes / bytesPerSecond) * 1000);
    return bytes;
  });
}

describe('the size of fragments', () => {
  it('is 5 MiB for the first, and four times as much behind each that arrives', () => {
    const pace = createFragmentPace(undefined);
    expect(send(pace, 3, 1000 * MIB)).toEqual([5 * MIB, 20 * MIB, 191 * UNIT]);
  });

  it('grows until a fault would cost four seconds, below 60 MiB in multiples of 320 KiB', () => {
    const pace = createFragmentPace(undefined);
    expect(new Set(send(pace, 20, 1000 * MIB).slice(2))).toEqual(new Set([191 * UNIT]));
    const slower = createFragmentPace(undefined);
    send(slower, 3, 7 * MIB);
    expect(slower.size()).toBeLessThanOrEqual(28 * MIB);
    expect(slower.size()).toBeGreaterThan(27 * MIB);
    expect(slower.size() % UNIT).toBe(0);
  });

  it('stays small on a slow line, and follows one that becomes slow', () => {
    const pace = createFragmentPace(undefined);
    expect(new Set(send(pace, 50, MIB))).toEqual(new Set([5 * MIB]));
    send(pace, 10, 100 * MIB);
    send(pace, 1, MIB);
    expect(pace.size()).toBe(5 * MIB);
  });

  it('is small again after a fault, for ten more', () => {
    const pace = createFragmentPace(undefined);
    send(pace, 3, 1000 * MIB);
    pace.failed();
    expect(new Set(send(pace, 10, 1000 * MIB))).toEqual(new Set([5 * MIB]));
    expect(pace.size()).toBeGreaterThan(5 * MIB);
  });

  it('is what it is told to be', () => {
    const pace = createFragmentPace(UNIT);
    expect(new Set(send(pace, 30, 1000 * MIB))).toEqual(new Set([UNIT]));
    expect(() => createFragmentPace(UNIT + 1)).toThrow(TypeError);
  });
});
