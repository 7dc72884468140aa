import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../src/app/self-test/self-test-run';
import type { CheckResult } from '../../../src/self-test';

const base = { at: '2026-01-01T00:00:00Z', page: 'https://files.contoso.example', browser: 'A browser' };
const passed: CheckResult = { id: 'storage', status: 'passed', facts: {} };
const cancelled: CheckResult = { id: 'sign-in', status: 'unchecked', why: 'cancelled', facts: {} };

describe('the verdict of a self-test', () => {
  it('is that all is right only where everything was checked', () => {
    expect(verdictOf({ ...base, passed: true, results: [passed] })).toBe('all-right');
    expect(verdictOf({ ...base, passed: true, results: [passed, cancelled] })).toBe('partly');
    expect(verdictOf({ ...base, passed: false, results: [passed, cancelled] })).toBe('wrong');
  });
});
