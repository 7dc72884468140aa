import { expect, it } from 'vitest';
import type { Picking } from '../../../../src/drive';
import { rowChoiceOf } from '../../../../src/ui/file-list/row-choice';
import { buildFolder } from '../../../support/drive-items';
import { buildRules } from '../../../support/pick-rules';

it('tells the folder that is counted from one of another drive that has its id', () => {
  const folder = buildFolder({ name: 'Reports' });
  const picking: Picking = {
    status: 'picking',
    rules: buildRules(),
    basket: [],
    awaited: [],
    gathering: { status: 'counting', folder, found: 0 },
    gathered: new Map(),
    hidesRefused: false,
  };
  const checks = [folder, { ...folder, driveId: 'another' }].map(
    (row) =>
      rowChoiceOf(row, { picking, selection: 'multiple' }, { all: false, exceptions: new Set() }).check,
  );
  expect(checks).toEqual(['mixed', false]);
});
