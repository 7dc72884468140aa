import { expect, it } from 'vitest';
import { makeEmptyDocument } from '../../../src/ui/dialogs/make-empty-document';
import { expectLinked, expectWellFormed, readOfficePackage } from '../../support/office-package';

it.each([
  ['word', 'word/document.xml'],
  ['excel', 'xl/workbook.xml'],
  ['powerpoint', 'ppt/presentation.xml'],
] as const)('an empty document of %s is a whole package with nothing in it', (kind, main) => {
  const parts = readOfficePackage(makeEmptyDocument(kind));
  expectLinked(parts, main);
  expectWellFormed(parts);
  expect(parts.get('docProps/core.xml')).toContain('<dc:creator></dc:creator>');
});

it('an empty workbook has a sheet without cells, and an empty presentation a slide that asks for its title', () => {
  const sheet = readOfficePackage(makeEmptyDocument('excel')).get('xl/worksheets/sheet1.xml');
  const slide = readOfficePackage(makeEmptyDocument('powerpoint')).get('ppt/slides/slide1.xml');
  expect(sheet).toContain('<sheetData/>');
  expect(sheet).not.toContain('<cols>');
  expect(slide).toContain('<a:p/>');
  expect(slide).not.toContain('<a:t>');
});

it('an empty text file has no byte', () => {
  expect(makeEmptyDocument('text')).toHaveLength(0);
});
