import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { createEmulatorAdmin } from '../support/emulator-admin';
import { OneDrivePage } from '../support/one-drive-page';
import { run } from '../support/run';

const folderOf = (example: string) => join(process.env['PACKAGE_FOLDER'] ?? '', example);
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

/** Everything on the console but the emulator's answers is a defect. */
function listen(page: Page): string[] {
  const lines: string[] = [];
  page.on('pageerror', (error) => lines.push(String(error)));
  page.on('console', (message) => {
    if (message.type() !== 'log' && !message.text().startsWith('Failed to load resource: '))
      lines.push(message.text());
  });
  return lines;
}

test.beforeEach(async ({ request }) => {
  await createEmulatorAdmin(request, process.env['EMULATOR'] ?? '').reset();
});

test('a plain page without a bundler connects and browses with the copied files', async ({ page }) => {
  const lines = listen(page);
  await page.goto(`${process.env['PLAIN_SITE']}/`);
  const drive = new OneDrivePage(page);
  await drive.connect();
  await drive.expectFolder('Documents');
  await drive.row('Projects').dblclick();
  await drive.expectFolder('Projects');
  expect(lines).toEqual([]);
});

test('a plain form sends the file that was picked', async ({ page }) => {
  const lines = listen(page);
  await page.goto(`${process.env['PLAIN_SITE']}/form.html`);
  const drive = new OneDrivePage(page);
  await drive.connect();
  await drive.expectFolder('Documents');
  await drive.row('Contract.pdf').click();
  await drive.button('Choose').click();
  await drive.button('Save').click();
  await page.waitForURL(/saved\.html/);
  const { searchParams } = new URL(page.url());
  expect(searchParams.get('title')).toBe('Contract with Fabrikam');
  expect(JSON.parse(searchParams.get('file') ?? '')).toMatchObject({
    name: 'Contract.pdf',
    driveId: expect.any(String),
    id: expect.any(String),
  });
  expect(lines).toEqual([]);
});

for (const [name, site] of [
  ['React', 'REACT_SITE'],
  ['Vue', 'VUE_SITE'],
] as const) {
  test(`F119 F120 an application built with ${name} and Vite connects, browses and hears where it is`, async ({
    page,
  }) => {
    const lines = listen(page);
    await page.goto(`${process.env[site]}/`);
    await expect(page.getByRole('heading', { name: `${name} page` })).toBeVisible();
    const drive = new OneDrivePage(page);
    await drive.connect();
    await drive.row('Documents').dblclick();
    await drive.expectFolder('Documents');
    await expect(page.getByRole('status').filter({ hasText: 'Folder:' })).toHaveText('Folder: Documents');
    expect(lines).toEqual([]);
  });
}

test('the component picks', async ({ page }) => {
  await page.goto(`${process.env['REACT_SITE']}/`);
  const drive = new OneDrivePage(page);
  await drive.connect();
  await page.getByRole('button', { name: 'Attach a file' }).click();
  await drive.expectFolder('Documents');
  await drive.row('Contract.pdf').click();
  await drive.button('Choose').click();
  await expect(page.getByRole('status').filter({ hasText: 'Attached:' })).toHaveText(
    'Attached: Contract.pdf',
  );
});

test('a property that Vue sets arrives: the filter of the page decides what may be picked', async ({
  page,
}) => {
  await page.goto(`${process.env['VUE_SITE']}/`);
  const drive = new OneDrivePage(page);
  await drive.connect();
  await drive.row('Documents').dblclick();
  await drive.expectFolder('Documents');
  await expect(drive.row('Expenses 2025.csv')).toHaveAttribute('aria-description', /Only PDF files/);
  await drive.row('Contract.pdf').click();
  await drive.button('Choose').click();
  await expect(page.getByRole('status').filter({ hasText: 'Attached:' })).toHaveText(
    'Attached: Contract.pdf',
  );
});

test('the component has the methods of its handle', async ({ page }) => {
  await page.goto(`${process.env['REACT_SITE']}/`);
  const drive = new OneDrivePage(page);
  await drive.connect();
  await page.getByRole('button', { name: 'Show my pictures' }).click();
  await drive.expectFolder('Pictures');
});

test('who takes the element gets no React and no Fluent UI', () => {
  for (const example of ['plain', 'vue']) {
    const modules = join(folderOf(example), 'node_modules');
    expect(existsSync(join(modules, 'onedrive-control'))).toBe(true);
    for (const name of ['react', 'react-dom', '@fluentui', '@types/react'])
      expect(existsSync(join(modules, name)), `${name} in ${example}`).toBe(false);
  }
});

test('a React application shares its React and its Fluent UI with the component', () => {
  const modules = join(folderOf('react'), 'node_modules');
  expect(existsSync(join(modules, '@fluentui/react-components'))).toBe(true);
  // What npm could not share would stand here.
  expect(existsSync(join(modules, 'onedrive-control/node_modules'))).toBe(false);
});

test('F131 every door can be imported on a server', async () => {
  const doors = {
    plain: ['onedrive-control/element', 'onedrive-control/core', 'onedrive-control/emulator'],
    react: ['onedrive-control', 'onedrive-control/element', 'onedrive-control/core'],
  };
  for (const [example, names] of Object.entries(doors)) {
    for (const name of names) {
      const script = `const door = await import('${name}'); console.log(Object.keys(door).join(' '))`;
      const said = await run(process.execPath, ['--input-type=module', '-e', script], folderOf(example));
      expect(said).toMatch(/OneDrive|startEmulator/);
    }
  }
});

test('F155 the component has types that hold in a strict project', async () => {
  await run(process.execPath, [compiler, '-p', '.'], folderOf('react'));
});

test('F155 the element has types that hold without those of React', async () => {
  await run(process.execPath, [compiler, '-p', 'types'], folderOf('plain'));
});
