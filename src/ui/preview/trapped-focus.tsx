import { useEffect, type ReactNode, type RefObject } from 'react';

/** What takes the focus, in the order of the page. What holds a frame or a player takes it for that. */
const STOPS = 'button, a[href], [tabindex="0"]:not([data-edge])';

interface TrappedFocusProps {
  readonly area: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** From the end of an area the focus goes on at its beginning, and from its beginning to its end. */
export function TrappedFocus({ area, children }: TrappedFocusProps) {
  const focus = (at: 0 | -1) => {
    const stops = area.current?.querySelectorAll<HTMLElement>(STOPS) ?? [];
    [...stops].at(at)?.focus();
  };
  return (
    <>
      <Edge onReached={() => focus(-1)} />
      {children}
      <Edge onReached={() => focus(0)} />
    </>
  );
}

function Edge({ onReached }: { readonly onReached: () => void }) {
  // It passes the focus on at once: nobody stays there.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  return <span tabIndex={0} data-edge="" onFocus={onReached} />;
}

/** What lies behind is out of reach for everybody as long as the area covers it. */
export function useCover(area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const behind = area.current?.previousElementSibling;
    behind?.setAttribute('inert', '');
    return () => behind?.removeAttribute('inert');
  }, [area]);
}
