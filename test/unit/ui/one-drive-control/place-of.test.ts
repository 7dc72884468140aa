import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../../src/ui/one-drive-control/place-of';

describe('where a control starts', () => {
  it('is a path, whose folders may be made', () => {
    expect(placeOf({ folder: '/Cases/Case 7/', createFolder: true })).toEqual({
      names: ['Cases', 'Case 7'],
      create: true,
    });
    expect(placeOf({})).toEqual({ names: [], create: false });
  });

  it('is an item by reference, also as the text of an attribute', () => {
    const place = { driveId: 'drive', id: '7' };
    expect(placeOf({ folder: place })).toEqual(place);
    expect(placeOf({ folder: JSON.stringify({ ...place, name: 'Case 7' }) })).toEqual(place);
  });

  it('is a name that only looks like a reference', () => {
    expect(placeOf({ folder: '{draft}' })).toEqual({ names: ['{draft}'], create: false });
    expect(placeOf({ folder: '{7}' })).toEqual({ names: ['{7}'], create: false });
  });
});
