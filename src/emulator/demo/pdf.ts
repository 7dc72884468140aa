/** A small, correct PDF of one page: a title and lines below it. Latin letters only. */
export function makePdf(title: string, lines: readonly string[]): Uint8Array {
  const page = contentStream(title, lines);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ' +
      '/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return latin1(text + table + trailer);
}

function contentStream(title: string, lines: readonly string[]): string {
  const shown = lines.map((line) => `(${escape(line)}) Tj T*`);
  return [
    '0.17 0.35 0.55 rg 56 786 483 3 re f 0 g',
    `BT /F1 22 Tf 56 750 Td (${escape(title)}) Tj ET`,
    `BT /F2 11 Tf 17 TL 56 714 Td`,
    ...shown,
    'ET',
  ].join('\n');
}

/** Offsets are counted in bytes, so every character must be one. */
function escape(text: string): string {
  return text.replaceAll(/[^ -~\u00a1-\u00ff]/g, '?').replaceAll(/[\\()]/g, (character) => `\\${character}`);
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
