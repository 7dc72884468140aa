import { cleanup, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Action } from '../../../../src/host';
import { DEFAULT_VIEW_OPTIONS } from '../../../../src/ui/view-options';
import { buildFile } from '../../../support/drive-items';
import { renderView } from '../../../support/render-view';

const items = ['a.txt', 'b.txt', 'c.txt'].map((name) => buildFile({ name }));

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

function renderMode(selection: 'none' | 'single' | 'multiple', actions?: readonly Action[]) {
  const options = {
    ...DEFAULT_VIEW_OPTIONS,
    selection,
    ...(actions && { actions: new Set(actions) }),
  };
  return renderView(items, { options });
}

describe('how many rows a host lets select', () => {
  it('one: every way of selecting replaces', async () => {
    const { list, user, root } = renderMode('single');
    expect(within(root).queryByRole('checkbox', { name: 'Select all' })).toBeNull();
    expect(list.grid().hasAttribute('aria-multiselectable')).toBe(false);
    await list.check('a.txt');
    await list.check('b.txt');
    expect(list.selected()).toEqual(['b.txt']);
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Control>}a{/Control}');
    expect(list.selected()).toEqual(['c.txt']);
    await user.keyboard('{Control>}');
    await list.click('a.txt');
    await user.keyboard('{/Control}');
    expect(list.selected()).toEqual(['a.txt']);
    await user.keyboard(' ');
    expect(list.selected()).toEqual([]);
  });

  it('none: rows take the focus alone', async () => {
    const { list, user, root } = renderMode('none');
    await list.click('a.txt');
    await user.keyboard('{ArrowDown} {Control>}a{/Control}');
    expect([list.focused(), list.selected()]).toEqual(['b.txt', []]);
    expect(within(root).queryAllByRole('checkbox')).toEqual([]);
    expect(list.row('a.txt').hasAttribute('aria-selected')).toBe(false);
  });

  it('fewer than before: what was selected is let go', async () => {
    const { list, user, model, rerender } = renderMode('multiple');
    await list.click('a.txt');
    await user.keyboard('{Control>}a{/Control}');
    expect(list.selected()).toHaveLength(3);
    const { OneDriveView } = await import('../../../../src/ui');
    const options = { ...DEFAULT_VIEW_OPTIONS, selection: 'single' } as const;
    rerender(<OneDriveView model={model} locale="en" theme="light" options={options} />);
    expect(list.selected()).toEqual([]);
  });
});

describe('keys for what a host does not allow', () => {
  it('ask for nothing', async () => {
    const { list, user, root } = renderMode('multiple', ['download']);
    await list.click('a.txt');
    await user.keyboard('{F2}{Delete}');
    expect(root.querySelector('[role=dialog], [role=alertdialog]')).toBeNull();
  });
});
