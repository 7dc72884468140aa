import type { OneDriveError } from '../lib';

/** Puts away what would be lost with the page; what it resolves with takes it back, should the page stay. */
type KeepWork = () => Promise<() => void>;

/** Why this page can't go to Microsoft and come back: it is not wanted, the tokens would be lost, it is in a frame. */
export type RedirectObstacle = 'setting' | 'memory' | 'frame';

/** Whether signing in may take this page away. */
export type RedirectWay = 'possible' | RedirectObstacle;

/** How this page has come back: undefined where it was not away, or nothing was answered (the Back button). */
export type PageReturn = 'signed-in' | OneDriveError | undefined;

/** Signing in within this very window: the page goes away, and comes back as another one. */
export interface PageLeaving {
  readonly clientId: string;
  readonly obstacle: RedirectObstacle | undefined;
  /** Returns the function that ends it. */
  onLeave(keep: KeepWork): () => void;
  readonly returned: Promise<PageReturn>;
}

/** The same, as signing in needs it. */
export interface LeavingParties {
  readonly onLeave: PageLeaving['onLeave'];
  /** Rejects, and nothing is kept, where one can't keep its work. */
  keepAll(): Promise<() => void>;
}

export function createLeavingParties(): LeavingParties {
  const parties = new Set<KeepWork>();
  return {
    onLeave: (keep) => {
      const party: KeepWork = () => keep();
      parties.add(party);
      return () => void parties.delete(party);
    },
    keepAll: async () => {
      const kept = await Promise.allSettled([...parties].map((keep) => keep()));
      const undo = () => kept.forEach((one) => one.status === 'fulfilled' && one.value());
      const failed = kept.find((one) => one.status === 'rejected');
      if (failed) {
        undo();
        throw failed.reason;
      }
      return undo;
    },
  };
}
