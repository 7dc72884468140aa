import { useLayoutEffect, useRef, useState, type FocusEvent, type RefObject } from 'react';
import { activeElementBeside } from '../active-element';

interface KeptFocus {
  /** The panel, or something in it, has the focus. */
  readonly isInside: boolean;
  readonly handlers: {
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
    readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
  };
}

/**
 * The focus stays in the panel. What has it may go away (a button of a row that has changed, a row); no event tells, and
 * then what stands in its place gets it: a button of the same row, else the panel.
 */
export function useKeptFocus(panel: RefObject<HTMLElement | null>): KeptFocus {
  const [isInside, setInside] = useState(false);
  const row = useRef<string>(undefined);
  // After every commit on purpose: any of them may have taken it away.
  useLayoutEffect(() => {
    if (isInside && activeElementBeside(panel.current) === null) focusAgain(panel.current, row.current);
  });
  return {
    isInside,
    handlers: {
      onFocus: ({ target }) => {
        setInside(true);
        row.current = target.closest<HTMLElement>('[data-task]')?.dataset['task'];
      },
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setInside(false);
      },
    },
  };
}

function focusAgain(panel: HTMLElement | null, row: string | undefined): void {
  const buttons = row && panel?.querySelectorAll<HTMLElement>(`[data-task="${CSS.escape(row)}"] button`);
  const next = buttons ? [...buttons].at(-1) : undefined;
  (next ?? panel)?.focus();
}
