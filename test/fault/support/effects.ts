import type { FaultScript } from './scene';

/** What goes wrong with a request; which one it is the row knows, unless told. */
export type Effect = Pick<FaultScript, 'phase' | 'effect'> & Partial<FaultScript>;

export const status = (code: number, headers: Record<string, string> = {}, body?: unknown): Effect => ({
  phase: 'before',
  effect: { kind: 'status', status: code, headers, ...(body !== undefined && { body }) },
});
/** It is applied, and then that is answered. */
export const after = (effect: Effect): Effect => ({ ...effect, phase: 'after' });
export const times = (count: number, effect: Effect): Effect => ({ ...effect, times: count });
export const cut: Effect = { phase: 'before', effect: { kind: 'cut' } };
export const stall: Effect = { phase: 'before', effect: { kind: 'stall' } };
export const challenge: Effect = { phase: 'before', effect: { kind: 'claims-challenge' } };
const html = { 'content-type': 'text/html' };

/** What passes by itself: the same for every request of the matrix. */
export const PASSING = {
  'F1 unreachable': cut,
  'F1 unreachable, in the middle': { phase: 'during', effect: { kind: 'cut', afterBytes: 1000 } },
  'F2 applied, answer lost': after(cut),
  'F2 applied, answer lost twice': times(2, after(cut)),
  'F3 stall': stall,
  'F3 stall after it was applied': after(stall),
  'F4 throttled, seconds': status(429, { 'retry-after': '7' }),
  'F4 throttled, long': status(429, { 'retry-after': '900' }),
  'F4 throttled, no time': status(429),
  'F4 throttled, unreadable time': status(429, { 'retry-after': 'soon' }),
  'F4 busy': status(503, { 'retry-after': '3' }),
  'F4 over the limit': status(509),
  'F5 500': status(500),
  'F5 502 with HTML': status(502, html, '<h1>Bad gateway</h1>'),
  'F5 504, empty': status(504, {}, ''),
  'F5 500 after it was applied': after(status(500)),
  'F5 503 after it was applied': after(status(503)),
} as const satisfies Record<string, Effect>;
