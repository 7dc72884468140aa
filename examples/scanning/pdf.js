/** A PDF of one A4 page that a JPEG fills, as scanners make them. */
export async function pdfOfImage(jpeg, { width, height }) {
  const picture = new Uint8Array(await jpeg.arrayBuffer());
  const drawing = 'q 595 0 0 842 0 0 cm /Scan Do Q';
  const pictureHead = [
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB`,
    `/BitsPerComponent 8 /Filter /DCTDecode /Length ${picture.length} >>`,
  ].join(' ');
  return assemble([
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R',
      ' /Resources << /XObject << /Scan 5 0 R >> >> >>',
    ],
    [`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`],
    [`${pictureHead}\nstream\n`, picture, '\nendstream'],
  ]);
}

/** The objects, numbered from 1, and the table that tells at which byte each begins. */
function assemble(objects) {
  const parts = [];
  let size = 0;
  const add = (part) => {
    const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part;
    parts.push(bytes);
    size += bytes.length;
  };
  add('%PDF-1.4\n');
  const begins = objects.map((object, index) => {
    const begin = size;
    add(`${index + 1} 0 obj\n`);
    object.forEach(add);
    add('\nendobj\n');
    return begin;
  });
  const table = size;
  const lines = begins.map((begin) => `${String(begin).padStart(10, '0')} 00000 n \n`);
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join('')}`);
  add(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  return new Blob(parts, { type: 'application/pdf' });
}
