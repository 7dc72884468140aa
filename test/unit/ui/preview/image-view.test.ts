import { describe, expect, it } from 'vitest';
import { changeImageView, WHOLE_IMAGE } from '../../../../src/ui/preview/image-view';

describe('the view of an image', () => {
  it('zooms from what all of it comes to', () => {
    const near = changeImageView(WHOLE_IMAGE, { type: 'zoom', by: 2, fitting: 0.25 });
    expect(near.zoom).toBe(0.5);
    expect(changeImageView(near, { type: 'zoom', by: 0.5, fitting: 0.9 }).zoom).toBe(0.25);
    expect(changeImageView(near, { type: 'fit' })).toEqual(WHOLE_IMAGE);
  });

  it('stays within what can be seen', () => {
    const far = { zoom: 0.03, turn: 0 } as const;
    expect(changeImageView(far, { type: 'zoom', by: 0.1, fitting: 1 }).zoom).toBe(0.02);
    expect(changeImageView(far, { type: 'zoom', by: 1e6, fitting: 1 }).zoom).toBe(16);
    // What fits is never out of reach, however large the image.
    expect(changeImageView(far, { type: 'zoom', by: 0.1, fitting: 0.001 }).zoom).toBeCloseTo(0.003);
  });

  it('turns all the way round and keeps its size', () => {
    let view: typeof WHOLE_IMAGE = { zoom: 2, turn: 0 };
    const turns = [1, 2, 3, 4].map(() => (view = changeImageView(view, { type: 'turn' })).turn);
    expect(turns).toEqual([90, 180, 270, 0]);
    expect(view.zoom).toBe(2);
  });
});
