import { isCancelled, untilAborted } from '../../lib';

/** What has become of the promises of a host. */
export type HostWord =
  | { readonly status: 'done'; readonly values: readonly unknown[] }
  /** By the user, or by the host without a reason. */
  | { readonly status: 'given-up' }
  | { readonly status: 'refused'; readonly sentence: string | undefined };

/** A sentence is read; what is longer was not written for people. */
const LONGEST = 300;

/** Waits for a host, as long as somebody wants that. */
export async function hearHost(
  promises: readonly PromiseLike<unknown>[],
  signal: AbortSignal,
): Promise<HostWord> {
  try {
    return { status: 'done', values: await untilAborted(Promise.all(promises), signal) };
  } catch (reason) {
    if (signal.aborted || isCancelled(reason)) return { status: 'given-up' };
    return { status: 'refused', sentence: sentenceOf(reason) };
  }
}

/** The host's own words, as it gives them to people: of an error its message. */
function sentenceOf(reason: unknown): string | undefined {
  const words = reason instanceof Error ? reason.message : reason;
  return typeof words === 'string' && words.trim() !== '' ? words.trim().slice(0, LONGEST) : undefined;
}
