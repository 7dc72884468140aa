import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { FileRow } from '../../../../src/ui/file-list/file-row';
import { buildFile } from '../../../support/drive-items';
import { renderControl } from '../../ui-actions/render-control';

const forceColors = (value: 'active' | 'none') =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });

afterEach(() => forceColors('none'));

it('a selected row stays readable under the pointer where colours are forced', async () => {
  const choice = { selected: true, check: true, opens: true } as const;
  const row = {
    item: buildFile(),
    index: 0,
    density: 'wide',
    active: false,
    draggable: false,
    isCut: false,
    ...choice,
  } as const;
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
