import type { Block } from './markdown-block';
import { parseInline } from './parse-inline';

/** Deeper ones are nobody's, and each is a call. */
const DEEPEST = 8;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})(?=\s|$)/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3}(?:[-*+]|\d{1,9}[.)]))(?:\s+|$)/;
const TABLE_LINE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const INDENTED = /^(?: {4}|\t)/;

/** What is read of the lines, and how many they were. */
interface Read {
  readonly block: Block;
  readonly count: number;
}

/**
 * The Markdown that people write: CommonMark's headings, lists, quotes, code, emphasis and links, and GitHub's tables.
 * HTML in it is text. Every input is some document: there are no errors.
 */
export function parseMarkdown(text: string): readonly Block[] {
  return parseLines(text.split(/\r\n|\n|\r/), 0);
}

function parseLines(lines: readonly string[], depth: number): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    if (isBlank(lines[at])) {
      at += 1;
      continue;
    }
    const { block, count } = readBlock(lines, at, depth);
    blocks.push(block);
    at += count;
  }
  return blocks;
}

function readBlock(lines: readonly string[], at: number, depth: number): Read {
  const line = lines[at] ?? '';
  const heading = HEADING.exec(line);
  if (heading) {
    const text = line
      .slice(heading[0].length)
      .trim()
      .replace(/(?:^|\s)#+$/, '');
    return { block: headingOf(heading[1]?.length ?? 1, text), count: 1 };
  }
  if (RULE.test(line)) return { block: { kind: 'rule' }, count: 1 };
  const fence = FENCE.exec(line)?.[1];
  if (fence) return readFenced(lines, at, fence);
  if (INDENTED.test(line)) return readIndented(lines, at);
  if (depth < DEEPEST && QUOTE.test(line)) return readQuote(lines, at, depth);
  if (depth < DEEPEST && ITEM.test(line)) return readList(lines, at, depth);
  if (line.includes('|') && TABLE_LINE.test(lines[at + 1] ?? '')) return readTable(lines, at);
  return readParagraph(lines, at);
}

function headingOf(level: number, text: string): Block {
  const levels = [1, 2, 3, 4, 5, 6] as const;
  return { kind: 'heading', level: levels[level - 1] ?? 6, parts: parseInline(text) };
}

function readFenced(lines: readonly string[], at: number, fence: string): Read {
  const isEnd = (line: string) => line.trim().startsWith(fence) && /^[`~]+$/.test(line.trim());
  const inside = takeWhile(lines, at + 1, (line) => !isEnd(line));
  // One line more than there are, where it never ends.
  return { block: { kind: 'code', text: inside.join('\n') }, count: inside.length + 2 };
}

function readIndented(lines: readonly string[], at: number): Read {
  const inside = takeWhile(lines, at, (line) => INDENTED.test(line));
  const text = inside.map((line) => line.replace(INDENTED, '')).join('\n');
  return { block: { kind: 'code', text }, count: inside.length };
}

function readQuote(lines: readonly string[], at: number, depth: number): Read {
  const inside = takeWhile(lines, at, (line) => QUOTE.test(line));
  const blocks = parseLines(
    inside.map((line) => line.replace(QUOTE, '')),
    depth + 1,
  );
  return { block: { kind: 'quote', blocks }, count: inside.length };
}

function readList(lines: readonly string[], at: number, depth: number): Read {
  const marker = lines[at]?.trim() ?? '';
  const number = /^\d+/.exec(marker)?.[0];
  const items: (readonly Block[])[] = [];
  let next = at;
  while (next < lines.length && isItemLike(lines[next], number !== undefined)) {
    const width = (ITEM.exec(lines[next] ?? '')?.[0].length ?? 2) || 2;
    const inside = takeWhile(lines, next + 1, (line, index) => belongs(lines, next + 1 + index, line));
    const first = lines[next] ?? '';
    items.push(parseLines([first.slice(width), ...inside.map((line) => outdent(line, width))], depth + 1));
    next += 1 + inside.length;
  }
  return {
    block: { kind: 'list', start: number === undefined ? undefined : Number(number), items },
    count: next - at,
  };
}

/** Whether a line goes on with the item before it: indented, or the rest of its paragraph, or a gap between such. */
function belongs(lines: readonly string[], at: number, line: string): boolean {
  if (isBlank(line)) return /^(?: {2}|\t)/.test(lines[at + 1] ?? '');
  return /^(?: {2}|\t)/.test(line) || !(isBlank(lines[at - 1]) || startsBlock(line));
}

function outdent(line: string, width: number): string {
  return line.replace(new RegExp(`^(?: {1,${width}}|\\t)`), '');
}

function isItemLike(line = '', isNumbered: boolean): boolean {
  return ITEM.test(line) && !RULE.test(line) && /^ *\d/.test(line) === isNumbered;
}

function readTable(lines: readonly string[], at: number): Read {
  const body = takeWhile(lines, at + 2, (line) => line.includes('|'));
  const rows = [lines[at] ?? '', ...body].map((line) => cellsOf(line).map((cell) => parseInline(cell)));
  return { block: { kind: 'table', rows }, count: body.length + 2 };
}

function cellsOf(line: string): readonly string[] {
  const inside = line.trim().replace(/^\|/, '').replace(/\|$/, '');
  return inside.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function readParagraph(lines: readonly string[], at: number): Read {
  const inside = takeWhile(
    lines,
    at,
    (line, index) => index === 0 || !(isBlank(line) || startsBlock(line) || /^ {0,3}=+\s*$/.test(line)),
  );
  const text = inside.map((line) => line.trim()).join('\n');
  const below = lines[at + inside.length] ?? '';
  const level = /^ {0,3}=+\s*$/.test(below) ? 1 : /^ {0,3}-{2,}\s*$/.test(below) ? 2 : undefined;
  if (level !== undefined) return { block: headingOf(level, text), count: inside.length + 1 };
  return { block: { kind: 'paragraph', parts: parseInline(text) }, count: inside.length };
}

function startsBlock(line: string): boolean {
  return [FENCE, HEADING, RULE, QUOTE, ITEM].some((start) => start.test(line));
}

function isBlank(line = ''): boolean {
  return line.trim() === '';
}

function takeWhile(
  lines: readonly string[],
  from: number,
  test: (line: string, index: number) => boolean,
): readonly string[] {
  let end = from;
  while (end < lines.length && test(lines[end] ?? '', end - from)) end += 1;
  return lines.slice(from, end);
}
