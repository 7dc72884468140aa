import { makePresentation, makeWordDocument, makeWorkbook } from '../../lib';
import type { DocumentKind } from '../view-state';

/** Nobody is named in it: who made it, the service knows. */
const NOTHING_SAID = { title: '', author: '' };

/** The bytes of a document with nothing in it, which its program opens. */
export function makeEmptyDocument(kind: DocumentKind): Uint8Array<ArrayBuffer> {
  switch (kind) {
    case 'word':
      return makeWordDocument(NOTHING_SAID, [['text', '']]);
    case 'excel':
      return makeWorkbook(NOTHING_SAID, { name: 'Sheet1', columns: [], rows: [] });
    case 'powerpoint':
      return makePresentation(NOTHING_SAID, [{ title: '', lines: [] }]);
    case 'text':
      return new Uint8Array();
  }
}
