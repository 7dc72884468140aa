import { describe, expect, it } from 'vitest';
import { placeOfHash } from '../../../src/app/address-bar';

describe('addresses of what is no folder of the own drive', () => {
  it.each([
    ['#:recent', { elsewhere: { kind: 'recent' } }],
    ['#:site:host%2C1%2C2', { elsewhere: { kind: 'site', siteId: 'host,1,2' } }],
    ['#:team:t', { elsewhere: { kind: 'team', teamId: 't' } }],
    ['#:item:b!1:01A', { driveId: 'b!1', id: '01A' }],
  ])('%s', (hash, place) => {
    expect(placeOfHash(hash)).toEqual(place);
  });

  it('begin with what no name can: other addresses are names', () => {
    const orAbove = (...names: string[]) => ({ names, create: false, orAbove: true });
    expect(placeOfHash('#/recent/a')).toEqual(orAbove('recent', 'a'));
    expect(placeOfHash('#recent')).toEqual(orAbove('recent'));
    expect(placeOfHash('#:nonsense')).toEqual([]);
  });
});
