import { describe, expect, it } from 'vitest';
import { createClockEvidence } from '../../../src/self-test/clock-evidence';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const evidence = () => createClockEvidence({ now: () => NOW });

describe('the time that an answer names', () => {
  it.each([
    ['as the token service writes it', '2026-11-22 09:50:00Z'],
    ['as Graph writes it, without a zone', '2026-11-22T09:50:00'],
  ])('is understood %s', (_name, instant) => {
    const clock = evidence();
    clock.hear(instant);
    expect(clock.ahead()).toBe(10 * 60_000);
  });

  it.each([[undefined], ['yesterday']])('says nothing where it is %s', (instant) => {
    const clock = evidence();
    clock.hear(instant);
    expect(clock.ahead()).toBeUndefined();
  });
});
