import { ACCOUNT_CASES } from './cases/account';
import { MICROSOFT_CASES } from './cases/microsoft';
import { PAGE_CASES } from './cases/page';
import { REDIRECT_PAGE_CASES } from './cases/redirect-page';
import { SETTINGS_CASES } from './cases/settings';
import { SIGN_IN_CASES } from './cases/sign-in';
import { LOGIN_PAGE } from './break-page';
import { ALL_PASSED, butFor } from './expected';
import { startPortal } from './portal';
import { expect, runOnPage, test } from './world';

test('F013 everything is right', async ({ world }) => {
  const { found } = await runOnPage(world);
  expect(found).toEqual(ALL_PASSED);
});

const CASES = [
  ...SETTINGS_CASES,
  ...PAGE_CASES,
  ...REDIRECT_PAGE_CASES,
  ...MICROSOFT_CASES,
  ...SIGN_IN_CASES,
  ...ACCOUNT_CASES,
];

for (const { broken, by, found } of CASES) {
  test(`broken: ${broken}`, async ({ world }) => {
    await by(world);
    expect((await runOnPage(world)).found).toEqual(found);
  });
}

test('the report holds no secret and no name, and says what to do in words', async ({ world }) => {
  await world.admin.faults([
    {
      match: { path: 'self-test', method: 'DELETE' },
      phase: 'before',
      effect: { kind: 'status', status: 403 },
    },
  ]);
  const { written, json } = await runOnPage(world);
  for (const told of [written, json]) {
    expect(told).not.toMatch(/work@contoso\.example|Alex Wilber|eyJ[\w-]{10}|tempauth|token=/);
  }
  expect(written).toContain('Signed in as w…@contoso.example.');
  expect(written).toMatch(
    /Failed: The test file was deleted again\n {4}The test file .* could not be deleted/,
  );
  expect(written).toContain('Who can do it: You, in this browser or with this account');
  // Every value of every sentence was filled in.
  expect(written).not.toMatch(/[{}]/);
});

test('given up in the middle of an upload, the file is deleted all the same', async ({ world }) => {
  const { page, admin } = world;
  await admin.faults([
    {
      match: { path: '^/(?!favicon)', origin: 'bytes', method: 'GET' },
      phase: 'before',
      effect: { kind: 'stall' },
    },
  ]);
  world.task = { ...world.task, giveUpAt: 'download', deadline: 30_000 };
  const { found } = await runOnPage(world);
  expect(found).toEqual({ ...ALL_PASSED, download: 'unchecked: cancelled' });
  expect(JSON.stringify(await admin.state())).not.toContain('onedrive-control-self-test');
  expect(await page.locator('iframe').count()).toBe(0);
});

test('in a frame of another site the page is told to sign in elsewhere', async ({ world }) => {
  const { page, portal } = world;
  portal.breakage = (answer, { path }) =>
    path === '/outer'
      ? {
          status: 200,
          headers: { 'Content-Type': 'text/html' },
          body: `<iframe src="${portal.origin}"></iframe>`,
        }
      : answer;
  await page.goto(`http://127.0.0.1:${portal.port}/outer`);
  const frame = page.frames().find((one) => one.parentFrame() !== null);
  await frame?.waitForFunction(() => 'testPage' in globalThis);
  const outcome = await frame?.evaluate((task) => globalThis.testPage(task), world.task);
  expect(outcome?.found).toEqual(butFor('framing', 'failed: third-party-frame (developer)'));
});

test('in a frame of the same site, the redirect page has to know of the page around it', async ({
  world,
}) => {
  const { page, portal } = world;
  const other = await startPortal();
  other.breakage = () => ({
    status: 200,
    headers: { 'Content-Type': 'text/html' },
    body: `<iframe src="${portal.origin}"></iframe>`,
  });
  await page.goto(other.origin);
  const frame = page.frames().find((one) => one.parentFrame() !== null);
  await frame?.waitForFunction(() => 'testPage' in globalThis);
  const outcome = await frame?.evaluate((task) => globalThis.testPage(task), world.task);
  await other.close();
  expect(outcome?.found).toEqual(
    butFor('redirect-frame', 'failed: redirect-page-not-framed-within (operator)'),
  );
});

test('a service worker that answers for the redirect page is named', async ({ world }) => {
  const { page, portal } = world;
  const worker = `addEventListener('fetch', (event) => event.request.mode === 'navigate' && event.request.url.includes('callback')
    && event.respondWith(new Response(${JSON.stringify(LOGIN_PAGE)}, { headers: { 'Content-Type': 'text/html' } })));`;
  portal.breakage = (answer, { path }) =>
    path === '/worker.js'
      ? { status: 200, headers: { 'Content-Type': 'text/javascript' }, body: worker }
      : answer;
  portal.policy['worker-src'] = ["'self'"];
  portal.policy['trusted-types'] = [];
  portal.policy['require-trusted-types-for'] = [];
  await page.goto(portal.origin);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/worker.js');
    await navigator.serviceWorker.ready;
  });
  const { found } = await runOnPage(world);
  expect(found).toEqual(butFor('redirect-frame', 'failed: redirect-page-service-worker (developer)'));
});
