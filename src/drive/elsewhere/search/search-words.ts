/**
 * No name holds one of these, and to the service some of them are signs: of what somebody types they only part the
 * words. So does half a surrogate pair, for which UTF-8 has no letter.
 */
// oxlint-disable-next-line no-control-regex -- a pasted line may hold them
const NO_NAME = /["*:<>?/\\|\u0000-\u001f\u007f\p{Surrogate}]/gu;

/** The words that are searched for; none where nothing is left that a name could hold. */
export function searchWords(query: string): readonly string[] {
  return (
    query
      .normalize('NFC')
      .replace(NO_NAME, ' ')
      .split(/\s+/u)
      // At the start of a word, these ask for something else.
      .map((word) => word.replace(/^[-+]+(?=.)/u, ''))
      .filter((word) => word !== '')
  );
}
