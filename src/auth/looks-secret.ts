/** Ids, and ids with a slip: a letter too many or too few. */
const IDS = /\w{7,9}(?:-\w{3,5}){3}-\w{11,13}/g;
/** Microsoft's secrets are 40 letters, the newer ones with a tilde, which no name and no id has. */
const SECRET = /(?<![\w.~-])(?:(?=[\w.-]*~)[\w.~-]{20,}|[\w.-]{34,44})(?![\w.~-])/;

/** Whether the value of a client secret stands in what was given for an id: nobody may have it but a server. */
export function looksSecret(text: string): boolean {
  return SECRET.test(text.replace(IDS, ''));
}
