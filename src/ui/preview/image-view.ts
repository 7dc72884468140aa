/** How an image stands in its frame. */
export interface ImageView {
  /** Pixels of the screen for one of the image; `fit`: as many as show all of it. */
  readonly zoom: 'fit' | number;
  /** Degrees, clockwise. */
  readonly turn: 0 | 90 | 180 | 270;
}

export type ImageAct =
  /** `fitting`: what `fit` comes to now. */
  | { readonly type: 'zoom'; readonly by: number; readonly fitting: number }
  | { readonly type: 'fit' }
  | { readonly type: 'turn' };

export const WHOLE_IMAGE: ImageView = { zoom: 'fit', turn: 0 };
/** One press of a button, or of a key. */
export const ZOOM_STEP = 1.25;

const LEAST = 0.02;
const MOST = 16;

const NEXT_TURN = { 0: 90, 90: 180, 180: 270, 270: 0 } as const;

export function changeImageView(view: ImageView, act: ImageAct): ImageView {
  switch (act.type) {
    case 'fit':
      return { ...view, zoom: 'fit' };
    case 'turn':
      return { ...view, turn: NEXT_TURN[view.turn] };
    case 'zoom': {
      const now = view.zoom === 'fit' ? act.fitting : view.zoom;
      // Whoever has an image smaller, or larger, than that already does not lose it.
      const least = Math.min(LEAST, act.fitting);
      const most = Math.max(MOST, act.fitting);
      return { ...view, zoom: Math.min(most, Math.max(least, now * act.by)) };
    }
  }
}
