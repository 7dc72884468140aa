import { guid } from './ids';

/** GUIDs that look like chance and still tell the number they were made from. */
export interface NumberedGuids {
  guid(number: number): string;
  /** The number of the GUID that begins with these 32 bits. */
  numberOf(firstWord: number): number;
}

const FIRST = 0x9e3779b1;
const SECOND = 0x85157af5;
const FIRST_BACK = inverse(FIRST);
const SECOND_BACK = inverse(SECOND);

export function createNumberedGuids(seed: number): NumberedGuids {
  return {
    guid(number) {
      let from = number + seed;
      return guid(() => (from = scatter(from)));
    },
    numberOf: (firstWord) => (gather(firstWord) - seed) >>> 0,
  };
}

/** For each number modulo 2^32 another one in [0, 2^32). */
function scatter(number: number): number {
  const product = Math.imul(number, FIRST);
  return Math.imul(product ^ (product >>> 16), SECOND) >>> 0;
}

function gather(word: number): number {
  const product = Math.imul(word, SECOND_BACK);
  return Math.imul(product ^ (product >>> 16), FIRST_BACK);
}

/** What an odd number must be multiplied with to give 1 modulo 2^32; each step doubles the bits that are right. */
function inverse(odd: number): number {
  let guess = odd;
  for (let step = 0; step < 5; step += 1) guess = Math.imul(guess, 2 - Math.imul(odd, guess));
  return guess;
}
