import { useFluent } from '@fluentui/react-components';
import { createContext, useContext, useState, type ReactNode } from 'react';

const Opener = createContext<Element | null | undefined>(undefined);

/**
 * Remembers what had the focus when a dialog was asked for. The dialog's own code may come after the next key, when
 * the focus is elsewhere.
 */
export function OpenerProvider({ isAsked, children }: { readonly isAsked: boolean; children: ReactNode }) {
  const { targetDocument } = useFluent();
  const [wasAsked, setWasAsked] = useState(false);
  const [opener, setOpener] = useState<Element | null>();
  if (isAsked !== wasAsked) {
    setWasAsked(isAsked);
    if (isAsked) setOpener(targetDocument?.activeElement);
  }
  return <Opener value={opener}>{children}</Opener>;
}

/** What had the focus when the dialog around was asked for. */
export function useOpener(): Element | null | undefined {
  return useContext(Opener);
}

/** Where the focus goes when the place that had it is gone: the list's row, else the first command. */
const FALLBACKS = ['[role="grid"] [tabindex="0"]', '[role="toolbar"] button'];

/** @param first tried before the list's row and the first command */
export function focusNearest(root: Document | ShadowRoot, first?: Element | null): void {
  const places = [first, ...FALLBACKS.map((place) => root.querySelector(place))];
  for (const place of places) {
    if (place instanceof HTMLElement) place.focus();
    if (place && root.activeElement === place) return;
  }
}
