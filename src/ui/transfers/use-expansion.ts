import { useEffect, useState } from 'react';
import { createBrowserEnvironment } from '../../lib';
import type { TransferSummary } from '../../transfer';

/** So long (milliseconds) the list of what has arrived stays open by itself. */
const REST_AFTER = 6_000;

const environment = createBrowserEnvironment();

interface Expansion {
  readonly expanded: boolean;
  readonly toggle: () => void;
  /** Nothing that was chosen holds any more. */
  readonly forget: () => void;
}

/**
 * Open from two on, or where something needs the user, unless the user said otherwise. After a success without errors it
 * closes by itself, but never under somebody's hand.
 */
export function useExpansion(summary: TransferSummary, isAttended: boolean): Expansion {
  const [chosen, setChosen] = useState<boolean>();
  // How many had arrived when it closed: they open it no more.
  const [rested, setRested] = useState(0);
  const { count, failed, conflicts, interrupted, done, settled } = summary;
  const expanded = chosen ?? (count - Math.min(rested, count) > 1 || failed + conflicts + interrupted > 0);
  const rests = expanded && settled && done > 0 && failed === 0 && !isAttended;
  useEffect(() => {
    if (!rests) return undefined;
    return environment.after(REST_AFTER, () => {
      setChosen(undefined);
      setRested(count);
    });
  }, [rests, count]);
  return {
    expanded,
    toggle: () => setChosen(!expanded),
    forget: () => {
      setChosen(undefined);
      setRested(0);
    },
  };
}
