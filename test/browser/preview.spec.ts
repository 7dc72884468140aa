import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../support/journey';
import type { EmulatorAdmin } from '../support/emulator-admin';
import type { OneDrivePage } from '../support/one-drive-page';

test.use({ signedInBefore: true });

test.beforeEach(async ({ page, oneDrive }) => {
  await page.goto('/');
  await oneDrive.connect();
});

async function openFolder(oneDrive: OneDrivePage, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await oneDrive.row(name).dblclick();
    await oneDrive.expectFolder(name);
  }
}

const preview = (page: Page, name: string): Locator => page.getByRole('dialog', { name });

/** The whole image has come in the place of the small one. */
async function expectImage(view: Locator, name: string): Promise<void> {
  const image = view.getByRole('img', { name });
  await expect(image).toHaveAttribute('src', /^blob:/);
  await expect
    .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
    .toBeGreaterThan(0);
}

/** Requests of Graph and of bytes since the last time. */
async function requestsSince(emulator: EmulatorAdmin, count: number) {
  return (await emulator.log()).slice(count).filter(({ method }) => method !== 'OPTIONS');
}

test('F095 F097 an image is opened by its name, zoomed, turned, and left for the next one', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await openFolder(oneDrive, 'Pictures');
  const before = (await emulator.log()).length;
  await oneDrive.row('Autumn forest.jpg').getByText('Autumn').click();
  const first = preview(page, 'Autumn forest.jpg');
  await expectImage(first, 'Autumn forest.jpg');
  await expect(first.getByText('1 of 14')).toBeVisible();
  await expectAccessible(page);
  await first.getByRole('button', { name: 'Next file' }).click();
  const second = preview(page, 'Dunes.jpg');
  await expectImage(second, 'Dunes.jpg');
  await expect(second.getByText('2 of 14')).toBeVisible();
  const asked = await requestsSince(emulator, before);
  // Other parts of the control may ask for something meanwhile.
  const ofGraph = asked.filter(({ query }) => decodeURIComponent(query).includes('downloadUrl'));
  // Each file once, and the one that may be next.
  console.log(`Two images looked at: ${ofGraph.length} requests of Graph`);
  expect(new Set(ofGraph.map(({ path }) => path)).size).toBe(ofGraph.length);
  expect(ofGraph.length).toBeGreaterThan(0);
  expect(ofGraph.length).toBeLessThanOrEqual(3);

  const image = second.getByRole('img', { name: 'Dunes.jpg' });
  const width = async () => Math.round((await image.boundingBox())?.width ?? 0);
  const fitting = await width();
  await second.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(width).toBe(Math.round(fitting * 1.25));
  await image.hover();
  await page.mouse.wheel(0, -700);
  // A wheel's way is not exact to the pixel.
  await expect.poll(async () => Math.abs((await width()) - fitting * 2.5)).toBeLessThan(10);
  await second.getByRole('button', { name: 'Fit to the window' }).click();
  await expect.poll(width).toBe(fitting);
  await second.getByRole('button', { name: 'Rotate' }).click();
  const box = async () => (await image.boundingBox()) ?? { width: 0, height: 0 };
  await expect.poll(async () => (await box()).height > (await box()).width).toBe(true);
  await second.getByRole('button', { name: 'Close the preview' }).click();
  await expect(second).toBeHidden();
  // Back in the list, at the file that was seen last.
  await expect(oneDrive.row('Dunes.jpg')).toBeFocused();
});

test('F095 F097 the keyboard alone opens, turns pages, zooms and comes back; the focus stays inside', async ({
  page,
  oneDrive,
}) => {
  await openFolder(oneDrive, 'Pictures');
  await oneDrive.row('Dunes.jpg').focus();
  await page.keyboard.press('Enter');
  const view = page.getByRole('dialog');
  await expect(view).toHaveAccessibleName('Dunes.jpg');
  await expect(view).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(view).toHaveAccessibleName('Autumn forest.jpg');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(view).toHaveAccessibleName('Evening at the lake.jpg');
  await expectImage(view, 'Evening at the lake.jpg');
  const image = view.getByRole('img');
  const width = async () => Math.round((await image.boundingBox())?.width ?? 0);
  const fitting = await width();
  await page.keyboard.press('+');
  await expect.poll(width).toBe(Math.round(fitting * 1.25));
  await page.keyboard.press('0');
  await expect.poll(width).toBe(fitting);
  // All the way round, twice.
  for (let press = 0; press < 24; press += 1) {
    await page.keyboard.press('Tab');
    expect(
      await view.evaluate((dialog) => dialog.contains((dialog.getRootNode() as ShadowRoot).activeElement)),
    ).toBe(true);
  }
  // The hint of a button would take Escape for itself.
  await view.focus();
  await page.keyboard.press('Escape');
  await expect(view).toBeHidden();
  await expect(oneDrive.row('Evening at the lake.jpg')).toBeFocused();
  // Without going anywhere, to where it was.
  await page.keyboard.press('Alt+P');
  await expect(view).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(oneDrive.row('Evening at the lake.jpg')).toBeFocused();
});

test('F096 an Office file stands in the service’s own page, whose address nobody finds', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await openFolder(oneDrive, 'Documents', 'Projects', '2026', 'Website');
  const before = (await emulator.log()).length;
  const name = await oneDrive.files
    .getByRole('row', { name: /\.docx$/ })
    .first()
    .getAttribute('aria-label');
  await oneDrive.row(name ?? '').dblclick();
  const view = preview(page, name ?? '');
  await expect.poll(() => page.frames().some((frame) => frame.url().includes('/embed.aspx'))).toBe(true);
  const frame = page.frames().find((one) => one.url().includes('/embed.aspx'));
  await expect(frame?.locator('body') ?? page.locator('none')).toContainText('The emulator has no Office');
  expect(frame?.url()).toContain('nb=true');
  await expectAccessible(page);
  const ofGraph = (await requestsSince(emulator, before)).filter(({ path }) => path.startsWith('/v1.0'));
  expect(ofGraph.map(({ method }) => method)).toEqual(['POST']);
  const found = await page.evaluate(() => {
    const walk = (root: Document | ShadowRoot): string =>
      [...root.querySelectorAll('*')]
        .map((element) => `${element.outerHTML}${element.shadowRoot ? walk(element.shadowRoot) : ''}`)
        .join('');
    return walk(document).includes('tempauth');
  });
  expect(found).toBe(false);
  await expect(view.getByRole('button', { name: 'Open in Word' })).toBeVisible();
});

test('F095 a text is shown as a text, whatever it is made of', async ({ page, oneDrive }) => {
  await openFolder(oneDrive, 'Documents', 'Projects', '2026', 'Website');
  await oneDrive.row('index.html').dblclick();
  const view = preview(page, 'index.html');
  await expect(view.getByText('<h1>Soon</h1>')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Soon' })).toHaveCount(0);
  await expectAccessible(page);
});

test('F095 Markdown and tables are laid out; nothing in a file runs, and nothing of it is loaded', async ({
  page,
  oneDrive,
  emulator,
  site,
  request,
}) => {
  const headers = { Authorization: `Bearer ${await emulator.token('work@contoso.example')}` };
  const run = '<script>window.ran = 1</script><img src="https://spy.example/x.png" onerror="window.ran = 2">';
  const files = {
    'enemy 1.md': `# Hello\n\n${run}\n\n[go](javascript:window.ran=3) [out](https://contoso.example/)`,
    'enemy 2.html': `<!doctype html>${run}`,
    'enemy 3.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" onload="window.ran = 4"><script>window.ran = 5</script><image href="https://spy.example/y.png" width="9" height="9"/><rect width="40" height="40" fill="red"/></svg>`,
    'enemy 4.csv': 'name;sum\n=HYPERLINK("https://spy.example");<b>1</b>\n',
  };
  for (const [name, data] of Object.entries(files)) {
    const address = `${site.emulator}/v1.0/me/drive/root:/Empty folder/${name}:/content`;
    expect((await request.put(address, { headers, data })).ok()).toBe(true);
  }
  const asked: string[] = [];
  page.on('request', (one) => asked.push(one.url()));
  await openFolder(oneDrive, 'Empty folder');
  await oneDrive.row('enemy 1.md').dblclick();
  const view = page.getByRole('dialog');
  await expect(view.getByRole('heading', { name: 'Hello' })).toBeVisible();
  await expect(view.getByText('<script>window.ran = 1</script>')).toBeVisible();
  await expect(view.getByRole('link', { name: 'go' })).toHaveCount(0);
  const link = view.getByRole('link', { name: 'out' });
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await expectAccessible(page);
  await page.keyboard.press('ArrowRight');
  await expect(view.getByText('<!doctype html>')).toBeVisible();
  await page.evaluate(() => {
    const revoke = URL.revokeObjectURL.bind(URL);
    const ended: string[] = [];
    Reflect.set(window, 'ended', ended);
    URL.revokeObjectURL = (address) => {
      ended.push(address);
      revoke(address);
    };
  });
  await page.keyboard.press('ArrowRight');
  await expect(view).toHaveAccessibleName('enemy 3.svg');
  const image = view.getByRole('img', { name: 'enemy 3.svg' });
  await expect(image).toHaveAttribute('src', /^blob:/);
  // Its address has ended with its drawing: no tab shows it as a document of this origin.
  const address = await image.getAttribute('src');
  const ended = () => page.evaluate(() => Reflect.get(window, 'ended'));
  await expect.poll(ended).toContain(address);
  await page.keyboard.press('ArrowRight');
  await expect(view.getByRole('columnheader', { name: 'sum' })).toBeVisible();
  await expect(view.getByRole('cell', { name: '<b>1</b>' })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined();
  expect(asked.filter((address) => address.includes('spy.example'))).toEqual([]);
});

test('F095 a sound plays from an address that nobody finds; malware and lost files say so', async ({
  page,
  oneDrive,
  emulator,
  site,
  request,
}) => {
  const headers = { Authorization: `Bearer ${await emulator.token('work@contoso.example')}` };
  const put = async (name: string, data: Buffer | string) => {
    const address = `${site.emulator}/v1.0/me/drive/root:/Empty folder/${name}:/content`;
    expect((await request.put(address, { headers, data })).ok()).toBe(true);
  };
  await put('a tone.wav', silence());
  await put('b virus.txt', 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*');
  await put('c lost.txt', 'soon gone');
  await openFolder(oneDrive, 'Empty folder');
  await oneDrive.row('a tone.wav').dblclick();
  const view = page.getByRole('dialog');
  await expect
    .poll(async () => (await emulator.log()).filter(({ path }) => /download/.test(path)).length)
    .toBeGreaterThan(0);
  expect(await view.evaluate((dialog) => /tempauth|blob:/.test(dialog.outerHTML))).toBe(false);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Next file' }).click();
  await expect(view.getByRole('alert')).toContainText('OneDrive found malware in this file');
  await request.delete(`${site.emulator}/v1.0/me/drive/root:/Empty folder/c lost.txt:`, { headers });
  await page.getByRole('button', { name: 'Next file' }).click();
  await expect(view.getByRole('alert')).toContainText('This is no longer here');
  await expectAccessible(page);
});

/** A second of nothing, as browsers play it everywhere. */
function silence(): Buffer {
  const data = 8_000;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(data, 40);
  return Buffer.concat([head, Buffer.alloc(data, 128)]);
}

test('F097 F099 Space looks into files where that is wanted, while the second page is to come', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await oneDrive.row('Documents').focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.getByRole('switch', { name: /Space looks into a file/ }).check();
  await page.keyboard.press('Escape');
  await emulator.faults([
    { match: { path: '/children\\?.*skiptoken' }, phase: 'before', effect: { kind: 'delay', ms: 60_000 } },
  ]);
  await oneDrive.row('Large folder').dblclick();
  const rows = oneDrive.files.getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  await rows.nth(1).focus();
  await page.keyboard.press('Space');
  const view = page.getByRole('dialog');
  await expect(view.getByText('1 of 200 so far')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(view.getByText('2 of 200 so far')).toBeVisible();
  const name = (await rows.nth(2).getAttribute('aria-label')) ?? '';
  await page.keyboard.press('Space');
  await expect(view).toBeHidden();
  await expect(oneDrive.row(name)).toBeFocused();
  await page.keyboard.press('Control+Space');
  await expect(oneDrive.row(name)).toHaveAttribute('aria-selected', 'true');
});

test('F098 an Office file is handed to its program, where the file is', async ({
  page,
  oneDrive,
  emulator,
}) => {
  await openFolder(oneDrive, 'Documents', 'Projects', '2026', 'Website');
  const name = await oneDrive.files
    .getByRole('row', { name: /\.docx$/ })
    .first()
    .getAttribute('aria-label');
  await oneDrive.row(name ?? '').dblclick();
  await page.evaluate(() => {
    // No driver hears of a program of the device: what the link says is what is asked of the system.
    HTMLAnchorElement.prototype.click = function click() {
      Reflect.set(window, 'handed', this.href);
    };
  });
  const before = (await emulator.log()).length;
  await page.getByRole('button', { name: 'Open in Word' }).click();
  await expect
    .poll(() => page.evaluate(() => String(Reflect.get(window, 'handed'))))
    .toMatch(/^ms-word:ofe\|u\|http.*\.docx$/);
  const asked = await requestsSince(emulator, before);
  expect(asked.filter(({ query }) => query.includes('webDavUrl')).length).toBe(1);
  const window = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Open in Office on the web' }).click();
  await (await window).close();
});

test('F095 F096 a narrow and low page shows a file with all that can be done', async ({ page, oneDrive }) => {
  await page.setViewportSize({ width: 320, height: 250 });
  await oneDrive.row('Getting started.pdf').getByText('Getting').click();
  const view = preview(page, 'Getting started.pdf');
  await expect(view.getByRole('button', { name: 'Close the preview' })).toBeInViewport({ ratio: 1 });
  await expect(view.getByRole('button', { name: 'Download' })).toBeInViewport({ ratio: 1 });
  expect(await view.evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth)).toBe(true);
  await expectAccessible(page);
});
