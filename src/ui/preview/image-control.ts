import { createStore, type ReadableStore } from '../../lib';
import { changeImageView, WHOLE_IMAGE, type ImageView } from './image-view';

/** One image as the bar, the keys and the fingers turn it. */
export interface ImageControl {
  readonly view: ReadableStore<ImageView>;
  /** Told by the frame: pixels of the screen for one of the image, where all of it is to be seen. */
  readonly setFitting: (fitting: number) => void;
  readonly zoom: (by: number) => void;
  readonly fit: () => void;
  readonly turn: () => void;
}

export function createImageControl(): ImageControl {
  const view = createStore(WHOLE_IMAGE);
  let fitting = 1;
  return {
    view,
    setFitting: (now) => {
      fitting = now;
    },
    zoom: (by) => view.update((current) => changeImageView(current, { type: 'zoom', by, fitting })),
    fit: () => view.update((current) => changeImageView(current, { type: 'fit' })),
    turn: () => view.update((current) => changeImageView(current, { type: 'turn' })),
  };
}
