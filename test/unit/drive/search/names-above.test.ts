import { expect, it } from 'vitest';
import { namesAbove } from '../../../../src/drive';
import { buildFile } from '../../../support/drive-items';

it.each([
  ['/drives/b!1/root:/A%20b/c%23', ['A b', 'c#']],
  ['/drive/root:/A b/100%', ['A b', '100%']],
  ['/drives/1/root:', []],
  [undefined, undefined],
  ['somewhere', undefined],
])('%j leads over %j', (path, names) => {
  expect(namesAbove(buildFile({ parentReference: { path } }))).toEqual(names);
});
