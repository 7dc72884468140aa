/** What somebody typed or pasted: an address, or something that is none. */
export type AddressToken =
  | { readonly kind: 'address'; readonly email: string; readonly name?: string | undefined }
  | { readonly kind: 'invalid'; readonly text: string; readonly reason: AddressProblem };

type AddressProblem = 'no-at' | 'incomplete' | 'character';

/**
 * Reads addresses as mail programs write them, parted by `;`, `,` or lines: `a@b.example; Ann Lee <ann@b.example>`,
 * `"Lee, Ann" <ann@b.example>`. Nobody stands there twice.
 */
export function parseAddresses(text: string): readonly AddressToken[] {
  const tokens = new Map<string, AddressToken>();
  for (const part of split(text)) {
    const token = parseAddress(part);
    const key = token.kind === 'address' ? token.email.toLowerCase() : token.text;
    if (!tokens.has(key)) tokens.set(key, token);
  }
  return [...tokens.values()];
}

/** In quotes and in angle brackets, nothing parts. */
function split(text: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let isQuoted = false;
  let isBracketed = false;
  for (const sign of text) {
    const isLine = sign === '\n' || sign === '\r';
    if (sign === '"') isQuoted = !isQuoted;
    if (sign === '<' && !isQuoted) isBracketed = true;
    if (sign === '>' && !isQuoted) isBracketed = false;
    if (isLine || (!isQuoted && !isBracketed && (sign === ';' || sign === ','))) {
      parts.push(part);
      part = '';
      // What was never closed ends with its line.
      isQuoted = false;
      isBracketed = false;
    } else part += sign;
  }
  return [...parts, part].map((each) => each.trim()).filter((each) => each !== '');
}

function parseAddress(part: string): AddressToken {
  const named = /^(.*)<([^<>]*)>$/.exec(part);
  const email = (named?.[2] ?? part).trim().replace(/^mailto:/i, '');
  const name = named?.[1]
    ?.trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
  const reason = findProblem(email);
  if (reason) return { kind: 'invalid', text: part, reason };
  return { kind: 'address', email, ...(name && { name }) };
}

/** As much as a person can put right; whether anybody has the address, only the service knows. */
function findProblem(email: string): AddressProblem | undefined {
  if (!email.includes('@')) return 'no-at';
  if (/[\s<>"(),:;[\]\\\p{C}]/u.test(email)) return 'character';
  const [local = '', domain = '', ...more] = email.split('@');
  if (more.length > 0) return 'character';
  const labels = domain.split('.');
  return local === '' || labels.length < 2 || labels.includes('') ? 'incomplete' : undefined;
}
