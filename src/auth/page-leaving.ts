import type { OneDriveError } from '../lib';

/** Puts away what would be lost with the page; what it resolves with takes it back, should the page stay. */
export type KeepWork = () => Promise<() => void>;

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

/** Asks all of them. Where one can't keep its work, nothing is kept. */
export async function keepAll(parties: Iterable<KeepWork>): Promise<() => void> {
  const kept = await Promise.allSettled([...parties].map((keep) => keep()));
  const undo = () => kept.forEach((one) => one.status === 'fulfilled' && one.value());
  const failed = kept.find((one) => one.status === 'rejected');
  if (!failed) return undo;
  undo();
  throw failed.reason;
}
