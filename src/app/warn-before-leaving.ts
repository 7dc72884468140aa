import type { OneDriveControl } from '../control';

/** The browser asks before the page goes away while something is being transferred: it would be lost. */
export function warnBeforeLeaving({ transfers }: Pick<OneDriveControl, 'transfers'>): void {
  addEventListener('beforeunload', (event) => {
    if (!transfers.summary().settled) event.preventDefault();
  });
}
