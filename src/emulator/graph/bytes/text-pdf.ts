import { PAGE, pdfDocument, pdfText } from '../../pdf-document';

const MARGIN = 56;
const SIZE = 10;
const LEADING = 14;
/** Every letter of Courier is 0.6 of its size wide. */
const LETTERS = Math.floor((PAGE.width - 2 * MARGIN) / (SIZE * 0.6));
const LINES = Math.floor((PAGE.height - 2 * MARGIN) / LEADING);

/** Where the characters that WinAnsi has beyond Latin-1 stand in it. */
const WIN_ANSI =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** The text, letter by letter, on as many pages as it takes; undefined where a letter has no shape in the fonts. */
export function textPdf(text: string): Uint8Array<ArrayBuffer> | undefined {
  const encoded = winAnsi(text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', '    '));
  if (encoded === undefined) return undefined;
  const lines = encoded.split('\n').flatMap(wrap);
  const pages: string[] = [];
  for (let at = 0; at < lines.length; at += LINES) pages.push(pageOf(lines.slice(at, at + LINES)));
  return pdfDocument(pages);
}

function winAnsi(text: string): string | undefined {
  let encoded = '';
  for (const character of text) {
    const at = WIN_ANSI.indexOf(character);
    if (at >= 0) encoded += String.fromCharCode(0x80 + at);
    else if (/[\n -~\u00a0-\u00ff]/.test(character)) encoded += character;
    else return undefined;
  }
  return encoded;
}

function wrap(line: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at === 0 || at < line.length; at += LETTERS) parts.push(line.slice(at, at + LETTERS));
  return parts;
}

function pageOf(lines: readonly string[]): string {
  const shown = lines.map((line) => `(${pdfText(line)}) Tj T*`);
  const start = `BT /F3 ${SIZE} Tf ${LEADING} TL ${MARGIN} ${PAGE.height - MARGIN - SIZE} Td`;
  return [start, ...shown, 'ET'].join('\n');
}
