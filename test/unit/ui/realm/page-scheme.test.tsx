import { webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { act, cleanup, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildFiles } from '../../../support/drive-items';
import { renderView } from '../../../support/render-view';

const DARK = '(prefers-color-scheme: dark)';
let systemIsDark = false;

beforeEach(() => {
  const real = window.matchMedia.bind(window);
  vi.spyOn(window, 'matchMedia').mockImplementation((query) =>
    query === DARK ? Object.assign(new EventTarget(), real(query), { matches: systemIsDark }) : real(query),
  );
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  document.body.replaceChildren();
  document.documentElement.removeAttribute('style');
  document.querySelector('meta[name=color-scheme]')?.remove();
});

function declareByMeta(content: string): void {
  document.head.append(Object.assign(document.createElement('meta'), { name: 'color-scheme', content }));
}

async function expectLook(root: HTMLElement, look: 'light' | 'dark'): Promise<void> {
  const { colorNeutralBackground1 } = look === 'dark' ? webDarkTheme : webLightTheme;
  const grid = getComputedStyle(within(root).getByRole('grid'));
  await expect.poll(() => grid.getPropertyValue('--colorNeutralBackground1')).toBe(colorNeutralBackground1);
}

describe('without a theme of its own, the control looks as the page around it', () => {
  it.each([
    ['that says nothing, on a dark system', '', true, 'light'],
    ['that is for both, on a dark system', 'light dark', true, 'dark'],
    ['that is for both, on a light system', 'light dark', false, 'light'],
    ['that is dark on any system', 'dark', false, 'dark'],
    ['that is light on any system', 'only light', true, 'light'],
  ] as const)('%s', async (_name, scheme, isDark, look) => {
    systemIsDark = isDark;
    document.documentElement.style.colorScheme = scheme;
    await expectLook(renderView(buildFiles(1), { theme: 'auto' }).root, look);
  });

  it('that says so by a meta element', async () => {
    systemIsDark = true;
    declareByMeta('light dark');
    await expectLook(renderView(buildFiles(1), { theme: 'auto' }).root, 'dark');
  });

  it('that turns dark while it is open', async () => {
    systemIsDark = false;
    const { root } = renderView(buildFiles(1), { theme: 'auto' });
    await expectLook(root, 'light');
    act(() => document.documentElement.style.setProperty('color-scheme', 'dark'));
    await expectLook(root, 'dark');
  });
});

it.each([
  ['dark', 'light', 'dark'],
  ['teams-contrast', 'light', 'dark'],
  ['teams-light', 'dark', 'light'],
  ['auto', 'dark', 'dark'],
] as const)(
  'with the theme %s in a page that is %s, the browser’s own parts of lists and dialogs are %s',
  async (theme, page, look) => {
    document.documentElement.style.colorScheme = page;
    const { root, user } = renderView(buildFiles(1), { theme });
    await user.click(await within(root).findByRole('button', { name: 'New folder' }));
    const name = await within(await within(root).findByRole('dialog')).findByRole('textbox');
    const looks = [within(root).getByRole('grid', { hidden: true }), name].map(
      (part) => getComputedStyle(part).colorScheme,
    );
    expect(looks).toEqual([look, look]);
  },
);
