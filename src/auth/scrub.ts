const LONGEST = 300;

/**
 * Takes out of a sentence of the identity platform what may name a person or open a door: quoted values (accounts,
 * names, addresses), mail addresses, web addresses, and anything long enough to be a key.
 */
export function scrub(sentence: string): string {
  return sentence
    .replaceAll(/'[^']*'|"[^"]*"/g, '…')
    .replaceAll(/[a-z][a-z\d+.-]*:\/\/\S+/gi, '…')
    .replaceAll(/\S+@\S+/g, '…')
    .replaceAll(/[\w~+/=.-]{24,}/g, '…')
    .slice(0, LONGEST)
    .trim();
}
