import { useEffect, useState } from 'react';
import { createBrowserEnvironment } from '../lib';
import { useControl, useStore } from './control-context';

/** Milliseconds. People reach for a button later than this, even while the browser stays busy. */
const PATIENCE = 50;

/** Milliseconds from the start. Where rows take longer, nobody is to be without the account menu or Cancel meanwhile. */
const DEADLINE = 2_000;

const environment = createBrowserEnvironment();

/** Becomes true, for good, in the quiet after the first rows, or when none can be waited for any longer. */
export function useFirstRows(): boolean {
  const { connection, folder } = useControl();
  const isExpired = useStore(connection).state === 'expired';
  const { listing, rows } = useStore(folder.state);
  const isListed = rows.length > 0 || listing.status === 'complete' || listing.status === 'failed';
  const isOver = isListed || isExpired;
  const [isQuiet, setQuiet] = useState(false);
  useEffect(() => environment.after(DEADLINE, () => setQuiet(true)), []);
  useEffect(() => {
    // Rows may be shown for a moment only: this is not taken back with them.
    if (isOver) whenQuiet(() => setQuiet(true));
  }, [isOver]);
  return isQuiet;
}

/** After the browser has painted what it was just given. No frame is asked for: a page in the background has none. */
function whenQuiet(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: PATIENCE });
  else environment.after(PATIENCE, run);
}
