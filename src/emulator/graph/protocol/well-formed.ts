import * as v from 'valibot';

/** Half a character: no URL can name it. */
const LONE_SURROGATE = /\p{Surrogate}/u;

export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}

/** Text that can become part of an address. */
export const wellFormedText = v.pipe(v.string(), v.check(isWellFormed, 'holds half a character'));
