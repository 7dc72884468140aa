import { parseInstant, type Environment } from './environment';

const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;
/** Where a throttled answer names no time (browsers may hide Retry-After: docs issue 17488), start slower. */
const FIRST_THROTTLED_DELAY = 5_000;

/**
 * Milliseconds to wait before try `attempt` (1 = the first repeat): exponential with full jitter.
 * A time named by the server is kept as it is: no jitter, no cap.
 */
export function backoff(
  attempt: number,
  environment: Pick<Environment, 'random'>,
  server: { readonly retryAfter?: number | undefined; readonly throttled?: boolean } = {},
): number {
  if (server.retryAfter !== undefined) return server.retryAfter;
  const first = server.throttled ? FIRST_THROTTLED_DELAY : FIRST_DELAY;
  const ceiling = Math.min(LONGEST_DELAY, first * 2 ** (attempt - 1));
  return Math.max(FIRST_DELAY / 2, Math.round(environment.random() * ceiling));
}

/** Retry-After in seconds or as an HTTP date → milliseconds; `undefined` where absent or unreadable. */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return seconds < 0 ? undefined : seconds * 1000;
  const date = parseInstant(header);
  return date === undefined ? undefined : Math.max(0, date - now);
}
