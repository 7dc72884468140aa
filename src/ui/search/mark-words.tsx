import { Fragment, type ReactNode } from 'react';
import type { FoundText } from '../view-state';
import { matchRanges } from './match-ranges';

/** Marks the words in names. @param className of each mark */
export function markWords(words: readonly string[], className: string): FoundText['mark'] {
  return (name, from, to, show) => {
    const parts: ReactNode[] = [];
    let done = from;
    for (const [start, end] of matchRanges(name, words)) {
      const first = Math.max(start, from);
      const last = Math.min(end, to);
      if (first >= last) continue;
      parts.push(
        <Fragment key={first}>
          {show(name.slice(done, first))}
          <mark className={className}>{show(name.slice(first, last))}</mark>
        </Fragment>,
      );
      done = last;
    }
    return (
      <>
        {parts}
        {show(name.slice(done, to))}
      </>
    );
  };
}
