import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { cleanup, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { buildFiles } from '../../../support/drive-items';
import { renderView } from '../../../support/render-view';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

const LOOK = {
  '--onedrive-control-brand': 'rgb(0, 128, 0)',
  '--onedrive-control-on-brand': 'rgb(255, 255, 0)',
  '--onedrive-control-brand-foreground': 'rgb(0, 100, 0)',
  '--onedrive-control-background': 'rgb(250, 240, 230)',
  '--onedrive-control-foreground': 'rgb(20, 10, 0)',
  '--onedrive-control-font-family': 'Courier, monospace',
  '--onedrive-control-border-radius': '10px',
};

function renderLook(theme: 'light' | 'dark' = 'light') {
  const rendered = renderView(buildFiles(1), { theme });
  for (const [name, value] of Object.entries(LOOK)) rendered.place.style.setProperty(name, value);
  return rendered;
}

/** As a background would be. */
function colorOf(token: string, inside: HTMLElement): string {
  const probe = document.createElement('i');
  probe.style.backgroundColor = `var(--${token})`;
  inside.append(probe);
  const { backgroundColor } = getComputedStyle(probe);
  probe.remove();
  return backgroundColor;
}

describe('the custom properties of a page', () => {
  it.each([
    ['light', webLightTheme],
    ['dark', webDarkTheme],
    ['teams-contrast', teamsHighContrastTheme],
  ] as const)('that are not set leave every value of the theme %s as it is', async (theme, values) => {
    const { root } = renderView(buildFiles(1), { theme });
    const style = getComputedStyle(within(root).getByRole('grid'));
    const read = (token: string) => style.getPropertyValue(`--${token}`);
    await expect.poll(() => read('colorNeutralBackground1')).toBe(values.colorNeutralBackground1);
    for (const [token, value] of Object.entries(values)) {
      expect(read(token).replaceAll('"', "'"), token).toBe(String(value).replaceAll('"', "'"));
    }
  });

  it.each(['light', 'dark'] as const)('are followed in the list, theme %s', (theme) => {
    const { root } = renderLook(theme);
    const view = getComputedStyle(within(root).getByRole('region', { name: 'OneDrive' }));
    expect(view.backgroundColor).toBe('rgb(250, 240, 230)');
    expect(view.color).toBe('rgb(20, 10, 0)');
    const upload = getComputedStyle(within(root).getByRole('button', { name: 'Upload' }));
    expect(upload.fontFamily).toBe('Courier, monospace');
    expect(upload.borderRadius).toBe('10px');
    expect(colorOf('colorBrandForegroundLink', within(root).getByRole('grid'))).toBe('rgb(0, 100, 0)');
  });

  it('are followed in what floats above it, with the shades that are mixed of them', async () => {
    const { root, user } = renderLook();
    await user.click(within(root).getByRole('button', { name: 'New folder' }));
    const dialog = await within(root).findByRole('dialog');
    expect(getComputedStyle(dialog).backgroundColor).toBe('rgb(250, 240, 230)');
    expect(getComputedStyle(dialog).borderRadius).toBe('20px');
    await user.type(within(dialog).getByRole('textbox'), 'New');
    const create = within(dialog).getByRole('button', { name: 'Create' });
    await expect.poll(() => getComputedStyle(create).backgroundColor).toBe('rgb(0, 128, 0)');
    expect(getComputedStyle(create).color).toBe('rgb(255, 255, 0)');
    expect(colorOf('colorBrandBackgroundHover', dialog)).toMatch(/^color\(srgb 0 0\.44/);
    expect(colorOf('colorNeutralBackground1Hover', dialog)).toMatch(/^color\(srgb 0\.92/);
  });
});
