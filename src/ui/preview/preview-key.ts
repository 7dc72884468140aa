import type { KeyboardEvent } from 'react';
import { quickLook } from '../quick-look';
import { singleKeys } from '../single-keys';

/** What a key asks of the full view. */
export type PreviewCommand = 'close' | 'previous' | 'next' | 'zoom-in' | 'zoom-out' | 'fit' | 'turn';

const SIGNS: Readonly<Record<string, PreviewCommand | undefined>> = {
  '+': 'zoom-in',
  '=': 'zoom-in',
  '-': 'zoom-out',
  '0': 'fit',
  r: 'turn',
};

/** @param isRtl the next file is where the reading goes on */
export function previewCommandOf(event: KeyboardEvent, isRtl: boolean): PreviewCommand | undefined {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey) return undefined;
  if (key === 'Escape') return 'close';
  // What Space has opened it closes, unless something inside has the focus.
  if (key === ' ' && quickLook.isOn() && event.target === event.currentTarget) return 'close';
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    // Films and sounds, and what is wider than its frame, have these keys themselves.
    if (event.target instanceof Element && hasOwnArrows(event.target)) return undefined;
    return (key === 'ArrowRight') === isRtl ? 'previous' : 'next';
  }
  return singleKeys.isOn() ? SIGNS[key] : undefined;
}

function hasOwnArrows(target: Element): boolean {
  return target.closest('[data-own-keys]') !== null || target.scrollWidth > target.clientWidth + 1;
}
