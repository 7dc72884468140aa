import { pdfDocument, pdfText } from '../pdf-document';

/** A PDF of one page: a title and lines below it. Latin letters only. */
export function makePdf(title: string, lines: readonly string[]): Uint8Array {
  const shown = lines.map((line) => `(${latin(line)}) Tj T*`);
  const page = [
    '0.17 0.35 0.55 rg 56 786 483 3 re f 0 g',
    `BT /F1 22 Tf 56 750 Td (${latin(title)}) Tj ET`,
    `BT /F2 11 Tf 17 TL 56 714 Td`,
    ...shown,
    'ET',
  ].join('\n');
  return pdfDocument([page]);
}

/** Offsets are counted in bytes, so every character must be one. */
function latin(text: string): string {
  return pdfText(text.replaceAll(/[^ -~\u00a1-\u00ff]/g, '?'));
}
