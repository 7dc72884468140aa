import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { DEFAULT_ARRANGEMENT } from '../../../../src/drive';
import { fitColumns } from '../../../../src/ui/file-list/columns';
import { FileRow } from '../../../../src/ui/file-list/file-row';
import { buildFile } from '../../../support/drive-items';
import { renderControl } from '../../ui-actions/render-control';

const forceColors = (value: 'active' | 'none') =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });

afterEach(() => forceColors('none'));

it('a selected row stays readable under the pointer where colours are forced', async () => {
  const choice = { selected: true, check: true, opens: true } as const;
  const place = {
    index: 0,
    ariaIndex: 2,
    top: 0,
    height: 44,
    compact: false,
    draggable: false,
    isCut: false,
  };
  const columns = fitColumns(DEFAULT_ARRANGEMENT.columns, 900);
  const row = { item: buildFile(), ...place, columns, active: false, ...choice };
  renderControl(<FileRow {...row} selecting />);
  await forceColors('active');
  const colorsOf = (element: Element) => {
    const { color, backgroundColor } = getComputedStyle(element);
    return { color, backgroundColor };
  };
  const before = colorsOf(screen.getByRole('row'));
  await userEvent.hover(screen.getByRole('row'));
  expect(screen.getByRole('row').matches(':hover')).toBe(true);
  expect(colorsOf(screen.getByRole('row'))).toEqual(before);
  // The check is the row the other way round.
  const circle = screen.getByRole('checkbox').firstElementChild;
  expect(circle && colorsOf(circle)).toEqual({
    color: before.backgroundColor,
    backgroundColor: before.color,
  });
});
