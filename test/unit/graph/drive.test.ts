import { describe, expect, it } from 'vitest';
import { parseDrive } from '../../../src/graph';

describe('a drive', () => {
  it('has a type, a place and room', () => {
    const quota = { used: 5, total: 10, state: 'nearing', deleted: 1 };
    expect(parseDrive({ id: 'd', driveType: 'business', webUrl: 'https://contoso.example/', quota })).toEqual(
      {
        driveType: 'business',
        quota: { used: 5, total: 10, remaining: 5, state: 'nearing' },
        webUrl: 'https://contoso.example/',
      },
    );
  });

  it.each([
    [{ id: 'd' }, undefined],
    [{ driveType: 'something new', quota: null, webUrl: 'javascript:alert(1)' }, undefined],
    [{ quota: { total: 10 } }, undefined],
    [
      { quota: { used: 8, total: 10, remaining: 1, state: 'nearing' } },
      { used: 8, total: 10, remaining: 1, state: 'nearing' },
    ],
    [
      { quota: { used: 12, total: 10, state: 'exceeded' } },
      { used: 12, total: 10, remaining: 0, state: 'exceeded' },
    ],
    [
      { quota: { used: 0, total: 0, state: 'odd' } },
      { used: 0, total: undefined, remaining: undefined, state: undefined },
    ],
  ])('is told as far as it is understood %#', (json, quota) => {
    expect(parseDrive(json)).toEqual({ driveType: undefined, quota, webUrl: undefined });
  });
});
