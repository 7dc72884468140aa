import { failureOf, isCancelled, toOneDriveError, type Environment, type TelemetryEvent } from '../../lib';

type Tell = (event: TelemetryEvent) => void;

/** Tells of a sign-in, and of its end. */
export async function followSignIn(
  { start, done }: { readonly start: number; readonly done: Promise<void> },
  tell: Tell,
  { now }: Pick<Environment, 'now'>,
): Promise<void> {
  tell({ name: 'sign-in-started' });
  try {
    await done;
    tell({ name: 'sign-in-succeeded', duration: now() - start });
  } catch (reason) {
    const duration = now() - start;
    if (isCancelled(reason)) tell({ name: 'sign-in-cancelled', duration });
    else tell({ name: 'sign-in-failed', duration, ...failureOf(toOneDriveError(reason)) });
  }
}

/** Tells of tokens that could not be had. Many requests wait for one renewal: its failure is told once. */
export function createRenewalWatch(tell: Tell): (done: Promise<unknown>) => Promise<void> {
  let isFailing = false;
  return async (done) => {
    try {
      await done;
      isFailing = false;
    } catch (reason) {
      if (isCancelled(reason)) return;
      if (!isFailing) tell({ name: 'token-renewal-failed', ...failureOf(toOneDriveError(reason)) });
      isFailing = true;
    }
  };
}
