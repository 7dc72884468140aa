import { expect, type Page } from '@playwright/test';
import type { EmulatorAdmin } from './emulator-admin';
import { OneDrivePage } from './one-drive-page';
import type { Site } from './sites';

interface Around {
  readonly emulator: EmulatorAdmin;
  readonly site: Site;
}

/** What a tab holds once somebody has signed in and allowed changes, by the origin of its page: tokens for an hour. */
const kept = new Map<string, Readonly<Record<string, string>>>();

/**
 * The page of somebody who has signed in before, in the same tab, and allowed changes: two windows less for each
 * journey that is not about signing in. The first of a process does sign in.
 */
export class ReturningPage extends OneDrivePage {
  readonly #around: Around;
  #isBack: boolean;

  private constructor(page: Page, around: Around, isBack: boolean) {
    super(page);
    this.#around = around;
    this.#isBack = isBack;
  }

  static async open(page: Page, around: Around): Promise<ReturningPage> {
    const origin = around.site.page;
    const entries = kept.get(origin);
    if (entries) await page.addInitScript(restore, { origin, entries });
    return new ReturningPage(page, around, entries !== undefined);
  }

  override async connect(account?: string): Promise<void> {
    if (account !== undefined) return this.#connectAnother(account);
    if (!this.#isBack) await this.#comeBack();
    await expect(this.files.getByRole('row').nth(1)).toBeVisible();
    // The bar comes behind the rows, and with it the keys of all that it does.
    await expect(this.button('Upload')).toBeVisible();
  }

  /** Signs in and allows changes by making one, which is then forgotten like all that a test before has done. */
  async #comeBack(): Promise<void> {
    await super.connect();
    await this.button('New folder').click();
    const dialog = this.page.getByRole('dialog', { name: 'New folder' });
    await dialog.getByRole('textbox').fill('Made');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await super.allowChanges();
    await expect(this.row('Made')).toBeVisible();
    const { emulator, site } = this.#around;
    kept.set(site.page, await this.page.evaluate(() => Object.fromEntries(Object.entries(sessionStorage))));
    this.#isBack = true;
    await emulator.reset();
    await this.page.reload();
  }

  override async allowChanges(): Promise<void> {
    if (!this.#isBack) await super.allowChanges();
  }

  /** Microsoft's own session has ended meanwhile: its first window asks who it is. */
  protected override async accept(window: Page): Promise<void> {
    const account = window.getByRole('button', { name: 'work@contoso.example' });
    const password = window.getByRole('button', { name: 'Sign in' });
    const consent = window.getByRole('button', { name: 'Accept' });
    await expect(account.or(password).or(consent)).toBeVisible();
    if (await account.isVisible()) await account.click();
    await expect(password.or(consent)).toBeVisible();
    if (await password.isVisible()) await password.click();
    await super.accept(window);
  }

  async #connectAnother(account: string): Promise<void> {
    if (this.#isBack) {
      this.#isBack = false;
      await this.page.evaluate(() => sessionStorage.clear());
      await this.page.evaluate(() => sessionStorage.setItem('restored', ''));
      await this.page.reload();
    }
    await super.connect(account);
  }
}

/** Runs in the page before anything else, and once in a tab: a reload keeps what the tab has by then. */
function restore({
  origin,
  entries,
}: {
  readonly origin: string;
  readonly entries: Record<string, string>;
}): void {
  if (location.origin !== origin || sessionStorage.getItem('restored') !== null) return;
  for (const [key, value] of Object.entries({ ...entries, restored: '' })) sessionStorage.setItem(key, value);
}
