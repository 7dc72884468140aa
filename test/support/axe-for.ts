import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Looks in the page itself: for frames of other origins, which no page has here, axe would open another page each time. */
export function axeFor(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode();
}
