import { expect, it } from 'vitest';
import { decodeText } from '../../../../src/ui/preview/decode-text';

const bytes = (...values: readonly number[]) => new Uint8Array(values);

it.each([
  ['UTF-8', [new TextEncoder().encode('Grüße, 世界')], 'Grüße, 世界'],
  ['UTF-8 with its mark', [bytes(0xef, 0xbb, 0xbf, 0x61)], 'a'],
  ['a character that two pieces share', [bytes(0xc3), bytes(0xbc)], 'ü'],
  ['a character that is cut off at the end', [bytes(0x61, 0xe4, 0xb8)], 'a'],
  ['UTF-16 as Windows marks it', [bytes(0xff, 0xfe, 0x61, 0, 0xe4, 0)], 'aä'],
  ['UTF-16 the other way round', [bytes(0xfe, 0xff, 0, 0x61)], 'a'],
  ['what Windows wrote before', [bytes(0x47, 0x72, 0xfc, 0xdf, 0x65)], 'Grüße'],
  ['no text', [bytes(0x89, 0x50, 0x4e, 0x47, 0, 0)], undefined],
  ['nothing', [], ''],
])('reads %s', (_, pieces, text) => {
  expect(decodeText(pieces)).toBe(text);
});
