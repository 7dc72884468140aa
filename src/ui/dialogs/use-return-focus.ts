import { useEffect, type RefObject } from 'react';
import { useOpener } from '../opener';
import { useViewState } from '../view-state';

/** Where the focus goes when the place that had it is gone: the list's row, else the first command. */
const FALLBACKS = [
  '[data-in-hand] [role="grid"] [tabindex="0"]',
  '[role="grid"] [tabindex="0"]',
  '[role="toolbar"] button',
];

/** @param first tried before the list's row and the first command */
export function focusNearest(root: Document | ShadowRoot, first?: Element | null): void {
  const places = [first, ...FALLBACKS.map((place) => root.querySelector(place))];
  for (const place of places) {
    if (place instanceof HTMLElement) place.focus();
    if (place && root.activeElement === place) return;
  }
}

/** Gives the focus back when the dialog is gone: to where it was, or to the nearest sensible place. */
export function useReturnFocus(anchor: RefObject<HTMLElement | null>): void {
  const opener = useOpener();
  const view = useViewState();

  useEffect(() => {
    const root = anchor.current?.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot)) return undefined;
    return () => {
      if (view.dialog.get() === undefined) focusNearest(root, opener);
    };
  }, [anchor, opener, view]);
}

/** Sets the focus when a dialog comes into view, after Fluent has focused the first element. */
export function useInitialFocus(visible: boolean, focus: () => void): void {
  useEffect(() => {
    if (visible) focus();
    // Only coming into view counts, not that the callback is a new one.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [visible]);
}
