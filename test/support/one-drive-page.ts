import { expect, type FileChooser, type Locator, type Page } from '@playwright/test';

/** The page as a person uses it: by the words and roles of the contract. */
export class OneDrivePage {
  readonly page: Page;
  readonly place: Page | Locator;
  readonly connectButton: Locator;
  readonly files: Locator;
  readonly transfers: Locator;
  readonly breadcrumb: Locator;
  readonly search: Locator;

  /** @param place the part of the page with this control, where there are several */
  constructor(page: Page, place: Page | Locator = page) {
    this.page = page;
    this.place = place;
    this.connectButton = place.getByRole('button', { name: 'Connect to OneDrive' });
    this.files = place.getByRole('grid', { name: 'Files' });
    this.transfers = place.getByRole('region', { name: 'Transfers' });
    this.breadcrumb = place.getByRole('navigation', { name: 'Breadcrumb' });
    this.search = place.getByRole('searchbox', { name: 'Search' });
  }

  row(name: string): Locator {
    return this.files.getByRole('row', { name, exact: true });
  }

  button(name: string): Locator {
    return this.place.getByRole('button', { name, exact: true });
  }

  /** From the Connect button to the list, through the whole window. */
  async connect(account = 'work@contoso.example'): Promise<void> {
    const window = this.page.waitForEvent('popup');
    await this.connectButton.click();
    await signIn(await window, account);
    await expect(this.files).toBeVisible();
    await expect(this.files.getByRole('row').nth(1)).toBeVisible();
  }

  /** Answers the permission dialog of the first write. */
  async allowChanges(): Promise<void> {
    await this.allow('Allow changes to your files');
  }

  /** Goes on in a dialog that says why a right is needed, and gives it in the window. */
  async allow(title: string): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: title });
    const window = this.page.waitForEvent('popup');
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await this.accept(await window);
    await expect(dialog).toBeHidden();
  }

  protected async accept(window: Page): Promise<void> {
    await window.getByRole('button', { name: 'Accept' }).click();
  }

  /** Waits until the open folder, named so in the breadcrumb, is listed. */
  async expectFolder(name: string): Promise<void> {
    await expect(this.breadcrumb.locator('[aria-current]')).toHaveText(name);
    await expect(this.files).not.toHaveAttribute('aria-busy', 'true');
  }

  /**
   * Through the input. No driver can press anything in the picker that gives handles, so the page has none from here
   * on, as in most browsers; what comes of that picker is proved by test/unit/ui-actions/choose-files.test.tsx.
   */
  async chooseFiles(files: Parameters<FileChooser['setFiles']>[0]): Promise<void> {
    await this.page.evaluate(() => Reflect.deleteProperty(globalThis, 'showOpenFilePicker'));
    await this.button('Upload').click();
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('menuitem', { name: 'Files' }).click();
    await (await chooser).setFiles(files);
  }

  async chooseFolder(path: string): Promise<void> {
    await this.button('Upload').click();
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('menuitem', { name: 'Folder' }).click();
    await (await chooser).setFiles(path);
  }
}

/** The emulator's sign-in pages: account, password, and consent where it is asked for. */
export async function signIn(window: Page, account: string): Promise<void> {
  await window.getByRole('button', { name: account }).click();
  await window.getByRole('button', { name: 'Sign in' }).click();
  await window.getByRole('button', { name: 'Accept' }).click();
}
