import { useLayoutEffect, useState, type RefObject } from 'react';

/** How much fits: all columns, the important ones, or the name with a second line below it. */
export type Density = 'wide' | 'medium' | 'narrow';

export const HEADER_HEIGHT = 40;

export function rowHeightOf(density: Density): number {
  return density === 'narrow' ? 56 : 44;
}

function densityOf(width: number): Density {
  if (width >= 860) return 'wide';
  return width >= 520 ? 'medium' : 'narrow';
}

/** Follows the width of the list itself, not of the window: a host may give it any column of its page. */
export function useDensity(boxRef: RefObject<HTMLElement | null>): Density {
  const [density, setDensity] = useState<Density>('wide');
  useLayoutEffect(() => {
    const element = boxRef.current;
    if (!element) return undefined;
    const read = () => setDensity(densityOf(element.clientWidth));
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [boxRef]);
  return density;
}
