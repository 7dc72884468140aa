import type { OneDriveControl } from '../control';

/** The browser asks before the page goes away while something is being transferred: it would be lost. */
export function warnBeforeLeaving({
  transfers,
  connection,
}: Pick<OneDriveControl, 'transfers' | 'connection'>): void {
  addEventListener('beforeunload', (event) => {
    const now = connection.get();
    // For signing in the page goes with everything put away.
    const isKept = now.state === 'connecting' && now.interaction === 'redirect';
    if (!isKept && !transfers.summary().settled) event.preventDefault();
  });
}
