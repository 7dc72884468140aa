import { describe, expect, it } from 'vitest';
import { parseCopyStatus } from '../../../src/graph';

describe('what a monitor says of a copy', () => {
  it.each([
    [
      { status: 'inProgress', percentageComplete: 27.8 },
      { kind: 'running', percent: 27.8 },
    ],
    [{ status: 'notStarted' }, { kind: 'running', percent: 0 }],
    [
      { status: 'waiting', percentageComplete: 250 },
      { kind: 'running', percent: 100 },
    ],
    [{ status: 'completed', percentageComplete: 100, resourceId: '1' }, { kind: 'completed' }],
    [{ id: '1', name: 'a.txt', size: 3 }, { kind: 'completed' }],
    [
      { status: 'failed', error: { code: 'nameAlreadyExists' } },
      { kind: 'failed', error: { code: 'name-conflict' } },
    ],
    [
      { status: 'failed', error: { code: 'quotaLimitReached' } },
      { kind: 'failed', error: { code: 'quota-exceeded' } },
    ],
    [
      { status: 'failed', errorCode: 'accessDenied' },
      { kind: 'failed', error: { code: 'access-denied' } },
    ],
    [{ status: 'failed' }, { kind: 'failed', error: { code: 'invalid-request' } }],
  ])('%j', (json, status) => {
    expect(parseCopyStatus(json)).toMatchObject(status);
  });

  it.each([[{}], ['text'], [undefined], [{ id: '1' }]])('is not %j', (json) => {
    expect(() => parseCopyStatus(json)).toThrow();
  });
});
