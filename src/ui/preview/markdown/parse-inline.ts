import type { Inline } from './markdown-block';

/** A longer paragraph is no prose: to look for pairs in it would take too long. */
const MOST = 10_000;
/** Deeper ones are nobody's, and each is a call. */
const DEEPEST = 8;

/** In this order: what begins first, and there what is longer. */
const SPECIAL = /\\[!-/:-@[-`{-~]|`+|!?\[|<|https?:\/\/|\*\*|__|~~|[*_]/g;

const MARKS = { '**': 'strong', __: 'strong', '~~': 'del', '*': 'em', _: 'em' } as const;

interface Found {
  readonly inline: Inline;
  /** Where the text goes on. */
  readonly end: number;
}

/** Emphasis, code, links. What is none, and all HTML, is text. */
export function parseInline(text: string, depth = 0): readonly Inline[] {
  if (text.length > MOST || depth > DEEPEST) return [{ kind: 'text', text }];
  const parts: Inline[] = [];
  let plain = '';
  let at = 0;
  const special = new RegExp(SPECIAL);
  for (;;) {
    special.lastIndex = at;
    const match = special.exec(text);
    if (!match) break;
    plain += text.slice(at, match.index);
    const found = read(text, match.index, match[0], depth);
    if (found) {
      if (plain) parts.push({ kind: 'text', text: plain });
      plain = '';
      parts.push(found.inline);
      at = found.end;
    } else {
      plain += match[0].startsWith('\\') ? match[0].slice(1) : match[0];
      at = match.index + match[0].length;
    }
  }
  plain += text.slice(at);
  return plain ? [...parts, { kind: 'text', text: plain }] : parts;
}

function read(text: string, at: number, mark: string, depth: number): Found | undefined {
  if (mark.startsWith('\\')) return undefined;
  if (mark.startsWith('`')) return readCode(text, at, mark);
  if (mark.endsWith('[')) return readLink(text, at, mark, depth);
  if (mark === '<')
    return readAddress(/^<((?:https?:|mailto:)[^\s<>]*)>/.exec(text.slice(at, at + 2048)), at);
  if (mark.startsWith('http')) {
    return readAddress(/^(https?:\/\/[^\s<>]*[^\s<>.,:;!?'")\]*_~])/.exec(text.slice(at, at + 2048)), at);
  }
  return readEmphasis(text, at, mark, depth);
}

function readCode(text: string, at: number, mark: string): Found | undefined {
  const end = text.indexOf(mark, at + mark.length);
  if (end < 0) return undefined;
  return { inline: { kind: 'code', text: text.slice(at + mark.length, end).trim() }, end: end + mark.length };
}

/** A picture is a link to it: to load it would tell somebody that this file is read. */
function readLink(text: string, at: number, mark: string, depth: number): Found | undefined {
  const from = at + mark.length;
  const middle = text.indexOf('](', from);
  const close = middle < 0 ? -1 : text.indexOf(')', middle);
  if (close < 0 || text.slice(from, middle).includes('\n\n')) return undefined;
  const [address = ''] = text
    .slice(middle + 2, close)
    .trim()
    .split(/\s/);
  const parts = parseInline(text.slice(from, middle) || address, depth + 1);
  return { inline: { kind: 'link', href: safeAddress(address), parts }, end: close + 1 };
}

function readAddress(match: RegExpExecArray | null, at: number): Found | undefined {
  const [whole, address] = match ?? [];
  if (whole === undefined || address === undefined) return undefined;
  const parts = [{ kind: 'text', text: address.replace(/^mailto:/, '') }] as const;
  return { inline: { kind: 'link', href: safeAddress(address), parts }, end: at + whole.length };
}

function readEmphasis(text: string, at: number, mark: string, depth: number): Found | undefined {
  const kind = Object.entries(MARKS).find(([one]) => one === mark)?.[1];
  const from = at + mark.length;
  const end = text.indexOf(mark, from + 1);
  const isPair = kind && end > 0 && /\S/.test(text[from] ?? '') && /\S/.test(text[end - 1] ?? '');
  // The names of programs have lines below in the middle of words.
  const isInWord = mark.startsWith('_') && (isLetter(text[at - 1]) || isLetter(text[end + mark.length]));
  if (!isPair || isInWord) return undefined;
  return { inline: { kind, parts: parseInline(text.slice(from, end), depth + 1) }, end: end + mark.length };
}

function isLetter(sign = ' '): boolean {
  return /[\p{L}\p{N}]/u.test(sign);
}

/** Only what leads out into the web, or to mail; never `javascript:`, never a place of the page around. */
function safeAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return /^(?:https?|mailto):$/.test(protocol) ? href : undefined;
}
