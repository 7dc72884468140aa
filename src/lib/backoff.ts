import { parseInstant, type Environment } from './environment';

const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;
const SHORTEST_DELAY = 250;
/** Where a throttled answer names no time (browsers may hide Retry-After: docs issue 17488), start slower. */
const FIRST_THROTTLED_DELAY = 5_000;

/**
 * Milliseconds to wait before try `attempt` (1 = the first repeat): exponential with full jitter.
 * A time named by the server is kept as it is: no jitter, no cap. Only "at once" is not taken by its word.
 */
export function backoff(
  attempt: number,
  environment: Pick<Environment, 'random'>,
  server: { readonly retryAfter?: number | undefined; readonly throttled?: boolean } = {},
): number {
  if (server.retryAfter !== undefined) return Math.max(SHORTEST_DELAY, server.retryAfter);
  const first = server.throttled ? FIRST_THROTTLED_DELAY : FIRST_DELAY;
  const ceiling = Math.min(LONGEST_DELAY, first * 2 ** (attempt - 1));
  return Math.max(SHORTEST_DELAY, Math.round(environment.random() * ceiling));
}

/** Longer waits overflow a browser's timer, which then fires at once. */
const LONGEST_RETRY_AFTER = 24 * 3600_000;
const SECONDS = /^\d+(\.\d+)?$/;
/** `Sat, 21 Nov 2026 12:01:30 GMT`. Date.parse alone finds dates in "in 5" too. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Retry-After in seconds or as an HTTP date → milliseconds; `undefined` where absent or unreadable, and for a date
 * that has passed: the page's clock may be ahead by hours, and then it says nothing.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (SECONDS.test(text)) return withinReason(Number(text) * 1000);
  const date = HTTP_DATE.test(text) ? parseInstant(text) : undefined;
  return date === undefined || date <= now ? undefined : withinReason(date - now);
}

function withinReason(milliseconds: number): number | undefined {
  return Number.isFinite(milliseconds) ? Math.min(milliseconds, LONGEST_RETRY_AFTER) : undefined;
}
