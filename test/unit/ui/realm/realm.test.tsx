import { cleanup, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { buildFile, buildFiles } from '../../../support/drive-items';
import { renderView } from '../../../support/render-view';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

describe('the realm', () => {
  it('puts no style element anywhere: every sheet is adopted by the root', () => {
    const before = document.querySelectorAll('style').length;
    const { root } = renderView(buildFiles(3));
    expect(document.querySelectorAll('style')).toHaveLength(before);
    expect(root.querySelector('style')).toBeNull();
    expect(
      getComputedStyle(within(root).getByRole('grid')).getPropertyValue('--colorBrandBackground'),
    ).toMatch(/^#/);
  });

  it('shares its rules between controls on one page', () => {
    const [one, two] = [renderView(buildFiles(2)), renderView(buildFiles(2))].map(({ root }) => {
      const scope = root.getRootNode();
      return scope instanceof ShadowRoot ? scope.adoptedStyleSheets : [];
    });
    const shared = one?.filter((sheet) => two?.includes(sheet)) ?? [];
    expect(shared.length).toBeGreaterThan(5);
    expect((one?.length ?? 0) - shared.length).toBeLessThanOrEqual(2);
  });

  it('lets nothing inherited from the page in', () => {
    const { place, list } = renderView([buildFile({ name: 'a.txt' })]);
    place.style.cssText += 'font: italic 40px cursive; letter-spacing: 9px; color: lime; text-align: right';
    const style = getComputedStyle(list.row('a.txt'));
    expect([style.fontStyle, style.fontSize, style.letterSpacing, style.textAlign]).toEqual([
      'normal',
      '14px',
      'normal',
      'left',
    ]);
  });

  it('opens dialogs in the top layer', async () => {
    const { root, user } = renderView(buildFiles(2));
    await user.click(within(root).getByRole('button', { name: 'New folder' }));
    const dialog = await within(root).findByRole('dialog');
    expect(dialog.closest('[popover]')?.matches(':popover-open')).toBe(true);
  });

  it('covers nothing with what floats: the list beside an open menu can be seen and clicked', async () => {
    const { root, user, list } = renderView(buildFiles(4));
    await user.click(within(root).getByRole('button', { name: 'Upload' }));
    const menu = await within(root).findByRole('menu');
    expect(menu.closest('[popover] > *')?.getBoundingClientRect().height).toBeLessThan(2);
    const { left, top } = list.grid().getBoundingClientRect();
    const scope = root.getRootNode();
    const hit = scope instanceof ShadowRoot ? scope.elementFromPoint(left + 250, top + 150) : null;
    expect(list.grid().parentElement?.contains(hit)).toBe(true);
  });

  it('leaves nothing in its root when it ends', () => {
    const { root, unmount } = renderView(buildFiles(2));
    const scope = root.getRootNode();
    unmount();
    expect(scope instanceof ShadowRoot && scope.childElementCount).toBe(0);
  });

  it('writes from right to left where told', () => {
    const { list, root } = renderView([buildFile({ name: 'a.txt' })], { dir: 'rtl' });
    expect(getComputedStyle(list.row('a.txt')).direction).toBe('rtl');
    const check = within(root).getByRole('checkbox', { name: 'Select a.txt' }).getBoundingClientRect();
    expect(check.left).toBeGreaterThan(450);
  });
});
