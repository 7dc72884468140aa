import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoff, parseRetryAfter } from '../../../src/lib';

const NOW = Date.UTC(2026, 10, 21, 12);

describe('Retry-After', () => {
  it('reads seconds', () => {
    expect(parseRetryAfter('120', NOW)).toBe(120_000);
    expect(parseRetryAfter(' 3 ', NOW)).toBe(3000);
    expect(parseRetryAfter('0', NOW)).toBe(0);
    expect(parseRetryAfter('1.5', NOW)).toBe(1500);
  });

  it('reads an HTTP date as the time from now until then', () => {
    expect(parseRetryAfter('Sat, 21 Nov 2026 12:01:30 GMT', NOW)).toBe(90_000);
  });

  it('takes a date that has passed for no answer, because the clock of the page may be ahead', () => {
    expect(parseRetryAfter('Sat, 21 Nov 2026 11:59:00 GMT', NOW)).toBeUndefined();
  });

  it.each([null, '', '  ', '-5', 'soon', 'in 5', '0x10', 'Infinity', '1e9', '5 seconds', '2026'.repeat(200)])(
    'finds nothing in %j',
    (header) => {
      expect(parseRetryAfter(header, NOW)).toBeUndefined();
    },
  );

  it('never gives a wait below zero or beyond numbers, whatever the header', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const wait = parseRetryAfter(header, NOW);
        expect(wait === undefined || (Number.isFinite(wait) && wait >= 0)).toBe(true);
      }),
    );
  });
});

describe('backoff', () => {
  const random = (value: number) => ({ random: () => value });

  it('keeps the time that the server names, without jitter or cap', () => {
    expect(backoff(1, random(0), { retryAfter: 600_000 })).toBe(600_000);
    expect(backoff(4, random(0.99), { retryAfter: 2000, throttled: true })).toBe(2000);
  });

  it('does not storm a server that says "at once"', () => {
    expect(backoff(1, random(0), { retryAfter: 0 })).toBeGreaterThan(0);
  });

  it('doubles from half a second, and from five seconds where the service throttles', () => {
    expect([1, 2, 3, 4].map((attempt) => backoff(attempt, random(1)))).toEqual([500, 1000, 2000, 4000]);
    expect([1, 2].map((attempt) => backoff(attempt, random(1), { throttled: true }))).toEqual([5000, 10_000]);
  });

  it('stays between a quarter of a second and half a minute', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (n, value) => {
          const wait = backoff(n, random(value));
          expect(wait).toBeGreaterThanOrEqual(250);
          expect(wait).toBeLessThanOrEqual(30_000);
        },
      ),
    );
  });
});
