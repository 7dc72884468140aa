import type { Environment } from '../lib';
import type { WindowLook } from './identity-client';

interface WatchOptions {
  readonly after: Environment['after'];
  /** Called when the window seems to have been closed. */
  readonly noticed: () => void;
  readonly signal: AbortSignal;
}

/** Milliseconds between two looks: with the ones below, a closed window is noticed within a second. */
const PERIOD = 200;
/** So many looks must have shown Microsoft's page through the handle before `closed` is believed. */
const TRUSTED = 2;
/** So many looks in a row must say `closed`: the window closes a moment before its answer has arrived. */
const CERTAIN = 3;

/**
 * Notices that the user has closed the sign-in window, where that can be seen: Cross-Origin-Opener-Policy, of this page
 * or of the sign-in's, makes `closed` true as soon as that page is shown. Such a handle has never shown a page of a
 * foreign origin, and is not believed. It is a hint and ends nothing (docs/decisions/0012): a sign-in that goes on
 * behind an employer's own page with that policy is completed all the same.
 */
export function watchWindow(look: () => WindowLook, { after, noticed, signal }: WatchOptions): void {
  let foreign = 0;
  let closed = 0;
  let cancelTimer: () => void = () => undefined;
  const check = () => {
    const seen = look();
    if (seen === 'answered') return;
    if (seen === 'foreign') foreign += 1;
    closed = seen === 'closed' ? closed + 1 : 0;
    if (closed >= CERTAIN) {
      if (foreign >= TRUSTED) noticed();
      return;
    }
    cancelTimer = after(PERIOD, check);
  };
  cancelTimer = after(PERIOD, check);
  signal.addEventListener('abort', () => cancelTimer(), { once: true });
}
