import { badRequest, invalidRequest } from '../protocol/graph-error';

/** What SharePoint takes of a program. */
const LONGEST_QUERY = 4096;
/** Every bracket and every NOT may lead one deeper. */
const MOST_TOKENS = 500;

/** Words that must stand next to one another; the last may be only the beginning of one. */
export interface Term {
  readonly of: 'any' | 'filename' | 'filetype' | 'path' | 'author';
  readonly text: string;
  readonly prefix: boolean;
}

/** A query in the keyword query language. */
export type Kql =
  | { readonly kind: 'all' | 'some'; readonly parts: readonly Kql[] }
  | { readonly kind: 'not'; readonly part: Kql }
  | ({ readonly kind: 'term' } & Term);

const TOKEN = /\(|\)|-?(?:(\w+):)?(?:"([^"]*)"|([^\s()"]+))/g;
const PROPERTIES: readonly string[] = ['filename', 'filetype', 'path', 'author'] satisfies Term['of'][];

type Token = { readonly sign: string } | { readonly term: Kql };

/**
 * Words, "phrases", the beginning* of a word, four properties, AND, OR, NOT, a minus for NOT, brackets.
 * @throws GraphError 400 for a property that is not known, brackets that do not match, or a query too long.
 */
export function parseKql(text: string): Kql {
  if (text.length > LONGEST_QUERY) throw invalidRequest('The query is too long.', 'maxQueryLengthExceeded');
  const tokens = [...text.matchAll(TOKEN)].map(tokenOf);
  if (tokens.length > MOST_TOKENS) {
    throw invalidRequest('The query has too many terms.', 'tooManyTermsInQuery');
  }
  const query = either(tokens);
  if (tokens.length > 0) throw badRequest('The query has a bracket too many.');
  return query;
}

/** The words that a query looks for, as its answer names them. */
export function termsOf(query: Kql): string[] {
  switch (query.kind) {
    case 'term':
      return query.text === '' ? [] : [query.text];
    case 'not':
      return [];
    default:
      return query.parts.flatMap(termsOf);
  }
}

function tokenOf([whole, property, phrase, word = '']: RegExpExecArray): Token {
  if (property === undefined && phrase === undefined && /^(\(|\)|AND|OR|NOT)$/.test(whole))
    return { sign: whole };
  const plain = word.replace(/^-(?=.)/, '');
  const text = phrase ?? plain.replace(/\*+$/, '');
  const of = property?.toLowerCase() ?? 'any';
  if (!isKnown(of)) throw badRequest(`The property '${property}' is not supported in queries.`);
  const term: Kql = { kind: 'term', of, text, prefix: phrase === undefined && plain.endsWith('*') };
  return { term: whole.startsWith('-') ? { kind: 'not', part: term } : term };
}

function isKnown(of: string): of is Term['of'] {
  return of === 'any' || PROPERTIES.includes(of);
}

function either(tokens: Token[]): Kql {
  const parts = [every(tokens)];
  while (takes(tokens, 'OR')) parts.push(every(tokens));
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'some', parts };
}

function every(tokens: Token[]): Kql {
  const parts: Kql[] = [];
  for (let next = tokens[0]; next !== undefined; next = tokens[0]) {
    if ('sign' in next && (next.sign === 'OR' || next.sign === ')')) break;
    if (!takes(tokens, 'AND')) parts.push(single(tokens));
  }
  return { kind: 'all', parts };
}

function single(tokens: Token[]): Kql {
  if (takes(tokens, 'NOT')) return { kind: 'not', part: single(tokens) };
  if (takes(tokens, '(')) {
    const inner = either(tokens);
    if (!takes(tokens, ')')) throw badRequest('The query lacks a closing bracket.');
    return inner;
  }
  const next = tokens.shift();
  return next !== undefined && 'term' in next ? next.term : { kind: 'all', parts: [] };
}

function takes(tokens: Token[], sign: string): boolean {
  const [next] = tokens;
  if (next === undefined || !('sign' in next) || next.sign !== sign) return false;
  tokens.shift();
  return true;
}
