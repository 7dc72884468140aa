import { expect, type JSHandle, type Locator, type Page } from '@playwright/test';

/** Where the focus is: on which element of the page, and whether in the control's open dialog. */
function whereFocusIs(control: Locator | JSHandle<Element>) {
  const read = (host: Element) => {
    const outermost = (node: Node): Node => {
      const root = node.getRootNode();
      return root instanceof ShadowRoot ? outermost(root.host) : node;
    };
    const active = host.shadowRoot?.activeElement;
    return {
      onControl: document.activeElement === outermost(host),
      inDialog: Boolean(active?.closest('[role="dialog"], [role="alertdialog"]')),
      on: active?.textContent || active?.getAttribute('aria-label') || active?.localName || 'nothing',
    };
  };
  return 'first' in control ? control.evaluate(read) : control.evaluate(read);
}

/** Walks round the open dialog in both directions; the page has elements before and after the control. */
export async function expectFocusTrapped(
  page: Page,
  control: Locator | JSHandle<Element>,
  tabs = 12,
): Promise<void> {
  // Its code may come after the first key.
  await expect.poll(async () => (await whereFocusIs(control)).inDialog).toBe(true);
  const visited = new Set<string>();
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let index = 0; index < tabs; index += 1) {
      await page.keyboard.press(key);
      const { on, ...place } = await whereFocusIs(control);
      expect(place, `after ${key} number ${index + 1}: ${on}`).toEqual({ onControl: true, inDialog: true });
      visited.add(on);
    }
  }
  expect(visited.size, 'elements of the dialog that take the focus').toBeGreaterThan(1);
}
