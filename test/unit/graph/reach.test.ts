import { describe, expect, it } from 'vitest';
import { createReach } from '../../../src/graph';

const ROOT = 'https://graph.microsoft.com/v1.0';
const item = (driveId: string) => `${ROOT}/drives/${driveId}/items/1`;

describe('how far a call reaches', () => {
  it('is the own drive for all, until it is known which one that is', () => {
    const reach = createReach();
    expect(reach.accessOf(item('any'), 'read')).toBe('read');
    expect(reach.accessTo('any', 'write')).toBe('write');
  });

  it('goes beyond in every other drive', () => {
    const reach = createReach();
    reach.learnOwn('b!mine');
    expect(reach.accessOf(item('b%21mine'), 'read')).toBe('read');
    expect(reach.accessOf(item('b%21theirs'), 'read')).toBe('read-all');
    expect(reach.accessOf(item('b%21theirs'), 'write')).toBe('write-all');
    expect(reach.accessOf(`${ROOT}/me/drive/root`, 'write')).toBe('write');
    expect(reach.accessOf(item('b%21theirs'), 'sites')).toBe('sites');
  });

  it('takes one personal drive for one, however its id is spelt', () => {
    const reach = createReach();
    reach.learnOwn('0f097864e0cfea42');
    expect(reach.accessTo('F097864E0CFEA42', 'read')).toBe('read');
  });

  it('is beyond everywhere for somebody without a drive', () => {
    const reach = createReach();
    reach.learnOwn(undefined);
    expect(reach.accessTo('any', 'read')).toBe('read-all');
  });

  it('knows nothing of the drive of whoever was signed in before', () => {
    const reach = createReach();
    reach.learnOwn('mine');
    reach.accessOf(item('theirs'), 'write');
    expect(reach.writing()).toBe('write-all');
    reach.forget();
    expect([reach.writing(), reach.accessTo('theirs', 'read')]).toEqual(['write', 'read']);
  });
});
