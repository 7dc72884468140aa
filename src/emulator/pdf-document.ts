/** A page's content stream may name these: `/F1` Helvetica-Bold, `/F2` Helvetica, `/F3` Courier. */
const FONTS: readonly string[] = ['Helvetica-Bold', 'Helvetica', 'Courier'];

/** A4, in points. */
export const PAGE = { width: 595, height: 842 } as const;

/** A small, correct PDF of pages given as content streams, in which every character must be one byte. */
export function pdfDocument(pages: readonly string[]): Uint8Array<ArrayBuffer> {
  const fonts = FONTS.map((_, index) => `/F${index + 1} ${3 + index} 0 R`).join(' ');
  const first = 3 + FONTS.length;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...FONTS.map((name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`),
    ...pages.flatMap((stream, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] ` +
        `/Contents ${first + index * 2 + 1} 0 R /Resources << /Font << ${fonts} >> >> >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]),
  ];
  return latin1(withTable(objects));
}

/** The objects, and the table that tells at which byte each begins. */
function withTable(objects: readonly string[]): string {
  let text = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return text + table + trailer;
}

/** What stands between the brackets of a string in a content stream. */
export function pdfText(text: string): string {
  return text.replaceAll(/[\\()]/g, (character) => `\\${character}`);
}

function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
