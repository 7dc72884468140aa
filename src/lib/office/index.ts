export { makePresentation } from './presentation';
export { makeWordDocument } from './word-document';
export { makeWorkbook } from './workbook';
