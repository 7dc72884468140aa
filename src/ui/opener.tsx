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
