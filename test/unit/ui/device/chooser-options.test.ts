import { expect, test } from 'vitest';
import { chooserOptions } from '../../../../src/ui/device/chooser-options';

test('the chooser that gives handles is asked for one file, and for the types that are accepted', () => {
  expect(chooserOptions(1, [])).toEqual({ multiple: false });
  expect(chooserOptions(0, ['.pdf', 'image/*', '.foo', '.bar'])).toEqual({
    multiple: true,
    types: [
      {
        accept: { 'application/pdf': ['.pdf'], 'image/*': [], 'application/octet-stream': ['.foo', '.bar'] },
      },
    ],
  });
});
