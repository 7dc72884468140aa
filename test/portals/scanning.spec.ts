import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { DEMO_TENANT_ID } from '../../src/emulator/identity/demo-directory';
import { createEmulatorAdmin, type EmulatorAdmin } from '../support/emulator-admin';
import { OneDrivePage, signIn } from '../support/one-drive-page';
import { serveFolder, type ServedFolder } from '../support/serve-folder';
import { PORTALS } from './portals';

const WORK = 'work@contoso.example';
/** The product's own sign-in is on its server; the control's address stands beside it in the same registration. */
const APP = {
  clientId: '7c1f0f3a-6a0b-4f35-9d3f-2f0c4b8d9e21',
  name: 'OneDrive Scanning',
  web: ['https://scanning.example/login/oauth2/code/oidc'],
  secret: 'scanning-secret',
  permissions: ['User.Read', 'Files.ReadWrite'],
};

let folder: string;
let product: ServedFolder;
let emulator: EmulatorAdmin;

/** The example, as an administrator sets it up: the files of the control beside it, the two values entered. */
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onedrive-scanning-'));
  await cp('examples/scanning', folder, { recursive: true });
  await cp('dist/element', join(folder, 'onedrive'), { recursive: true });
  const page = join(folder, 'index.html');
  const text = await readFile(page, 'utf8');
  const issuer = `${PORTALS.emulator}/${DEMO_TENANT_ID}/v2.0`;
  const entered = text
    .replace('https://login.microsoftonline.com/YOUR-TENANT/v2.0', issuer)
    .replace('YOUR-CLIENT-ID', APP.clientId);
  await writeFile(page, entered);
  product = await serveFolder(folder);
});

test.afterAll(async () => {
  await product.close();
  await rm(folder, { recursive: true, force: true });
});

test.beforeEach(async ({ request }) => {
  emulator = createEmulatorAdmin(request, PORTALS.emulator);
  await emulator.reset();
  await emulator.registerApp({ ...APP, spa: [`${product.origin}/onedrive/oauth2callback.html`] });
});

test('F166 a scan lands in the folder and under the name that the user chooses; one of the same name is kept or replaced', async ({
  page,
  request,
}) => {
  const drive = new OneDrivePage(page);
  await page.goto(product.origin);
  // Whoever scans first signs in then; the one scope of the product is all that is asked for.
  await page.getByRole('button', { name: 'Scan to my OneDrive' }).click();
  const window = page.waitForEvent('popup');
  await drive.connectButton.click();
  await signIn(await window, WORK);
  await drive.row('Documents').dblclick();
  await drive.expectFolder('Documents');
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect(name).toHaveValue(/^Scan [\d-]{10} \d\d\.\d\d\.pdf$/);
  await name.fill('Invoice.pdf');
  await name.press('Enter');
  await expect(page.getByText('Saved as Invoice.pdf', { exact: true })).toBeVisible();
  const first = await lastScan(page);
  expectPdf(first);
  expect(await stored(request, 'Invoice.pdf')).toEqual(first);

  await scanAgain(page, 'Invoice.pdf', 'Keep both');
  await expect(page.getByText('Saved as Invoice 1.pdf')).toBeVisible();
  expect(await stored(request, 'Invoice.pdf')).toEqual(first);
  expect(await stored(request, 'Invoice 1.pdf')).toEqual(await lastScan(page));

  await scanAgain(page, 'Invoice.pdf', 'Replace');
  await expect(page.getByText('Saved as Invoice.pdf', { exact: true })).toBeVisible();
  expect(await stored(request, 'Invoice.pdf')).toEqual(await lastScan(page));
});

test('an address that is not registered is told in words, and nobody waits for ever', async ({ page }) => {
  const elsewhere = await serveFolder(folder);
  try {
    const drive = new OneDrivePage(page);
    await page.goto(elsewhere.origin);
    const window = page.waitForEvent('popup');
    await drive.connectButton.click();
    await expect((await window).getByText('AADSTS50011')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(drive.connectButton).toBeVisible();
  } finally {
    await elsewhere.close();
  }
});

async function scanAgain(page: Page, name: string, answer: string): Promise<void> {
  await page.getByLabel('Text on the glass').fill(`${answer}: another page`);
  await page.getByRole('button', { name: 'Scan to my OneDrive' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Save here' }).click();
  await page.getByRole('button', { name: answer }).click();
}

/** The bytes that the page has made. */
async function lastScan(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const copy = document.querySelector<HTMLAnchorElement>('#copy');
    return [...new Uint8Array(await (await fetch(copy?.href ?? '')).arrayBuffer())];
  });
  return Buffer.from(bytes);
}

/** The bytes that the drive holds. */
async function stored(request: APIRequestContext, name: string): Promise<Buffer> {
  const headers = { Authorization: `Bearer ${await emulator.token(WORK)}` };
  const path = `${PORTALS.emulator}/v1.0/me/drive/root:/Documents/${encodeURIComponent(name)}:/content`;
  const answer = await request.get(path, { headers });
  expect(answer.ok(), name).toBe(true);
  return answer.body();
}

/** Readers find every object by the table at the end. */
function expectPdf(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  expect(text.slice(0, 9)).toBe('%PDF-1.4\n');
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const begins = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, begin]) => Number(begin));
  expect(begins).toHaveLength(5);
  begins.forEach((begin, index) =>
    expect(text.slice(begin, begin + 8)).toContain(`${index + 1} 0 obj`.slice(0, 7)),
  );
}
