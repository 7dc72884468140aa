import { expectFluentHost, hiddenOfHost } from '../support/host-fluent';
import { FLUENT_AFTER, FLUENT_BEFORE } from '../support/host-pages';
import { expect, removeControl, test } from '../support/host-test';

test('the page’s own Fluent UI without the control', async ({ page, openHost }) => {
  await openHost({ ...FLUENT_BEFORE, body: () => FLUENT_BEFORE.body('') }, '');
  await expectFluentHost(page);
});

for (const host of [FLUENT_BEFORE, FLUENT_AFTER]) {
  test(`on ${host.name}, the page’s works the same with the control and after it`, async ({
    page,
    openHost,
  }) => {
    const { oneDrive, control } = await openHost(host);
    await oneDrive.connect();
    await expectFluentHost(page);
    await expect(control).not.toHaveAttribute('aria-hidden');

    await test.step('and ours after it', async () => {
      await oneDrive.button('New folder').click();
      const dialog = page.getByRole('dialog', { name: 'New folder' });
      await expect(dialog.getByRole('textbox')).toBeFocused();
      expect(await hiddenOfHost(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(oneDrive.button('New folder')).toBeFocused();
      await oneDrive.button('Upload').focus();
      await page.keyboard.press('ArrowRight');
      await expect(oneDrive.button('New folder')).toBeFocused();
    });

    await removeControl(page);
    await expectFluentHost(page);
  });
}
