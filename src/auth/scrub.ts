const LONGEST = 300;

/** Between quotes, or behind one that does not close. An apostrophe within a word is none. */
const QUOTED =
  /(?<!\w)'(?:[^']|(?<=\w)'(?=\w))*(?:'|$)|"[^"]*(?:"|$)|“[^”]*(?:”|$)|(?<!\w)‘.*?(?:’(?!\w)|$)/g;
/** A name without quotes has no end that can be told. */
const NAMED = /\b(named|called)\s+(?!…).*$/gs;

/**
 * Takes out of a sentence of the identity platform what may name a person or open a door: quoted values and what
 * is said to be named (accounts, apps, tenants), mail addresses, web addresses, and anything long enough to be a key.
 */
export function scrub(sentence: string): string {
  return sentence
    .replaceAll(QUOTED, '…')
    .replaceAll(/[a-z][a-z\d+.-]*:\/\/\S+/gi, '…')
    .replaceAll(/\S+@\S+/g, '…')
    .replaceAll(/[\w~+/=.-]{24,}/g, '…')
    .replaceAll(NAMED, '$1 …')
    .slice(0, LONGEST)
    .trim();
}
