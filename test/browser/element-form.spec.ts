import type { Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { expect, startPick, test, valueOf, type OneDriveControlElement } from '../support/element-page';

const executablePath = findChromium();

// The memory that the back button uses, which test runners switch off.
test.use({
  launchOptions: {
    ...(executablePath && { executablePath }),
    args: [...CHROMIUM_FLAGS],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
});

const PLAN = JSON.stringify({ driveId: 'drive', id: 'plan', name: 'Plan.pdf' });

function form(attributes: string, inside = ''): string {
  return `<form action="/sent.html" method="get">
    <label for="file">Your contract</label>
    <onedrive-control id="file" name="contract" mode="pick" folder="Documents" ${attributes}></onedrive-control>
    ${inside}<button>Send</button><button type="reset">Start again</button></form>`;
}

const FIELDSET = `<form><fieldset><onedrive-control name="contract" folder="Documents"></onedrive-control></fieldset></form>`;

function formData(page: Page): Promise<[string, unknown][]> {
  return page.locator('form').evaluate((form: HTMLFormElement) => [...new FormData(form)]);
}

async function pickContract(page: Page): Promise<void> {
  await page.getByRole('row', { name: 'Contract.pdf', exact: true }).click();
  await page.getByRole('button', { name: 'Choose', exact: true }).click();
}

test('F121 a form with it is not sent while nothing is chosen, and then sends what was', async ({
  page,
  oneDrive,
  portal,
  open,
}) => {
  portal.setFile('/sent.html', '<!doctype html><title>Sent</title>');
  const { element } = await open(form('required'));
  await oneDrive.expectFolder('Documents');
  const validity = (drive: OneDriveControlElement) => ({
    missing: drive.validity.valueMissing,
    message: drive.validationMessage,
    will: drive.willValidate,
    matches: drive.matches(':invalid'),
  });
  expect(await element.evaluate(validity)).toEqual({
    missing: true,
    message: 'Choose a file.',
    will: true,
    matches: true,
  });
  const messageWith = (drive: OneDriveControlElement, strings: OneDriveControlElement['strings']) => {
    drive.strings = strings;
    return drive.validationMessage;
  };
  const own = { 'element.chooseFile': 'The contract is missing.' };
  expect(await element.evaluate(messageWith, own)).toBe('The contract is missing.');
  expect(await element.evaluate(messageWith, { 'element.chooseFile': '' })).toBe('Choose a file.');
  await page.getByRole('button', { name: 'Send' }).click();
  // The browser points at the control, and the keyboard goes on into it.
  await expect.poll(() => element.evaluate((drive) => document.activeElement === drive)).toBe(true);
  await page.keyboard.press('Tab');
  expect(await element.evaluate((drive) => drive.shadowRoot?.activeElement !== null)).toBe(true);
  expect(page.url()).toBe(`${portal.origin}/`);

  await pickContract(page);
  const value = await valueOf(element);
  expect(JSON.parse(value)).toMatchObject({ name: 'Contract.pdf' });
  expect(await element.evaluate(validity)).toMatchObject({ missing: false, message: '', matches: false });
  expect(await formData(page)).toEqual([['contract', value]]);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL('**/sent.html?*');
  expect(new URL(page.url()).searchParams.get('contract')).toBe(value);
});

test('F053 F121 it is reset to what its attribute says, and takes JSON of items and nothing else', async ({
  page,
  oneDrive,
  open,
}) => {
  const { element } = await open(form(`value='${PLAN}'`));
  await oneDrive.expectFolder('Documents');
  expect(await valueOf(element)).toBe(PLAN);
  const selected = () =>
    element.evaluate((drive: OneDriveControlElement) => drive.selectedItems.map(({ name }) => name));
  expect(await selected()).toEqual(['Plan.pdf']);
  await pickContract(page);
  expect(JSON.parse(await valueOf(element))).toMatchObject({ name: 'Contract.pdf' });

  const refused = await element.evaluate((drive: OneDriveControlElement) => {
    try {
      drive.value = '{"name": "No id"}';
      return 'taken';
    } catch (error) {
      return error instanceof TypeError ? 'TypeError' : String(error);
    }
  });
  expect(refused).toBe('TypeError');
  expect(JSON.parse(await valueOf(element))).toMatchObject({ name: 'Contract.pdf' });

  await page.getByRole('row', { name: 'Invoice 0042.pdf' }).click();
  await page.getByRole('button', { name: 'Start again' }).click();
  expect(await valueOf(element)).toBe(PLAN);
  await expect.poll(selected).toEqual(['Plan.pdf']);

  await element.evaluate((drive: OneDriveControlElement) => {
    drive.value = '';
  });
  expect(await formData(page)).toEqual([]);
  await expect.poll(selected).toEqual([]);
  // What was picked without Choose is forgotten as well.
  await page.getByRole('row', { name: 'Invoice 0042.pdf' }).click();
  await expect.poll(selected).toEqual(['Invoice 0042.pdf']);
  await element.evaluate((drive) => drive.removeAttribute('value'));
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect.poll(selected).toEqual([]);
});

test('the value follows what is picked, as in a listbox, and can be cleared again', async ({
  page,
  oneDrive,
  open,
}) => {
  const { element, choose, cancel } = await open(form('required'));
  await oneDrive.expectFolder('Documents');
  const name = async () => JSON.parse((await valueOf(element)) || '{}').name;
  await oneDrive.row('Contract.pdf').click();
  expect(await name()).toBe('Contract.pdf');
  expect(await formData(page)).toEqual([['contract', await valueOf(element)]]);
  expect(await element.evaluate((drive: OneDriveControlElement) => drive.validity.valid)).toBe(true);
  await choose.click();
  await oneDrive.row('Invoice 0042.pdf').click();
  expect(await name()).toBe('Invoice 0042.pdf');
  await cancel.click();
  expect(await name()).toBe('Contract.pdf');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('button', { name: 'Remove all' }).click();
  expect(await formData(page)).toEqual([]);
  expect(await element.evaluate((drive: OneDriveControlElement) => drive.validity.valueMissing)).toBe(true);
});

test('pick() of a control that browses leaves the value as it is', async ({ page, oneDrive, open }) => {
  const { element, choose } = await open(
    `<form><onedrive-control name="contract" folder="Documents"></onedrive-control></form>`,
  );
  await oneDrive.expectFolder('Documents');
  const outcome = await startPick(element);
  await expect(choose).toBeVisible();
  await oneDrive.row('Contract.pdf').click();
  await choose.click();
  expect(await outcome()).toBe('Contract.pdf');
  expect(await formData(page)).toEqual([]);
});

test('a list of several is one value; what is no value in the page is told', async ({ page, open }) => {
  const { element, heard } = await open(
    form(`max-count="2" value='[${PLAN},${PLAN.replace('plan', 'two')}]'`),
  );
  const value = await valueOf(element);
  expect(JSON.parse(value)).toHaveLength(2);
  expect(await formData(page)).toEqual([['contract', value]]);
  await element.evaluate((drive) => drive.setAttribute('value', 'Plan.pdf'));
  expect(await valueOf(element)).toBe('');
  expect(await heard('od-error')).toMatchObject([{ code: 'configuration-invalid', retry: 'never' }]);
});

for (const [how, headers] of [
  ['out of its memory', undefined],
  ['by loading the page again', { 'Cache-Control': 'no-store' }],
] as const) {
  test(`the back button restores value and basket, ${how}`, async ({ page, oneDrive, portal, open }) => {
    portal.setFile('/sent.html', '<!doctype html><title>Sent</title>');
    const { element } = await open(form('required max-count="3"'), { headers });
    await oneDrive.expectFolder('Documents');
    await page.evaluate(() => {
      addEventListener('pageshow', (event) => Reflect.set(globalThis, 'persisted', event.persisted));
    });
    await pickContract(page);
    const value = await valueOf(element);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForURL('**/sent.html?*');
    // A page out of memory is not loaded.
    await page.goBack({ waitUntil: 'commit' });
    await expect.poll(() => page.url()).toBe(`${portal.origin}/`);
    const persisted = await page.evaluate(() => Reflect.get(globalThis, 'persisted'));
    expect(persisted).toBe(headers ? undefined : true);
    await expect.poll(() => valueOf(element)).toBe(value);
    await oneDrive.expectFolder('Documents');
    await expect
      .poll(() =>
        element.evaluate((drive: OneDriveControlElement) => drive.selectedItems.map(({ name }) => name)),
      )
      .toEqual(['Contract.pdf']);
    await expect(oneDrive.row('Contract.pdf')).toHaveAttribute('aria-selected', 'true');
    expect(await formData(page)).toEqual([['contract', value]]);
  });
}

test('disabled, by itself or by its fieldset, it is out of reach and sends nothing', async ({
  page,
  oneDrive,
  open,
}) => {
  const { element } = await open(FIELDSET);
  await oneDrive.expectFolder('Documents');
  await element.evaluate((drive: OneDriveControlElement, value) => {
    drive.value = value;
  }, PLAN);
  expect(await formData(page)).toHaveLength(1);
  const disable = (name: string, on: boolean) =>
    page.locator(name).evaluate((target, is) => target.toggleAttribute('disabled', is), on);
  const isInert = () =>
    element.evaluate((drive) => drive.shadowRoot?.querySelector<HTMLElement>('.body')?.inert);
  for (const name of ['fieldset', 'onedrive-control']) {
    // oxlint-disable no-await-in-loop -- one after another
    await disable(name, true);
    await expect.poll(isInert).toBe(true);
    expect(await element.evaluate((drive) => drive.matches(':disabled'))).toBe(true);
    expect(await formData(page)).toEqual([]);
    expect(await element.evaluate((drive: OneDriveControlElement) => drive.willValidate)).toBe(false);
    await disable(name, false);
    await expect.poll(isInert).toBe(false);
    // oxlint-enable no-await-in-loop
  }
  await oneDrive.row('Contract.pdf').click();
});

test('a label names it and leads into it', async ({ page, oneDrive, open }) => {
  const { element } = await open(form(''));
  await oneDrive.expectFolder('Documents');
  await page.getByText('Your contract').click();
  await expect
    .poll(() =>
      element.evaluate((drive) => Boolean(drive.shadowRoot?.activeElement?.closest('[role="grid"]'))),
    )
    .toBe(true);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  expect(nodes.map(({ role, name }) => `${role?.value} ${name?.value}`)).toContain('group Your contract');
  expect(await element.evaluate((drive: OneDriveControlElement) => drive.labels.length)).toBe(1);
});

test('the page can call it invalid for a reason of its own', async ({ open }) => {
  const { element } = await open(form(`value='${PLAN}'`));
  const check = (drive: OneDriveControlElement, message: string) => {
    drive.setCustomValidity(message);
    return [drive.checkValidity(), drive.validity.customError, drive.validationMessage];
  };
  expect(await element.evaluate(check, 'Not this one')).toEqual([false, true, 'Not this one']);
  expect(await element.evaluate(check, '')).toEqual([true, false, '']);
});
