import type { TakenName } from './types';

const KNOWN: readonly TakenName[] = ['ask', 'fail', 'replace', 'rename'];

/**
 * The only door for the word that goes to Graph, which takes one that it does not know for `replace`.
 *
 * @throws TypeError
 */
export function checkTakenName(word: TakenName): TakenName {
  if (!KNOWN.includes(word)) throw new TypeError(`conflictBehavior is one of ${KNOWN.join(', ')}.`);
  return word;
}
