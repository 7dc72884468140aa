import type { setupTexts } from './setup-texts';

/** What the set-up assistant says. */
export type SetupTexts = typeof setupTexts;

/** Only who sets a page up reads them. @throws TypeError where they can't be fetched */
export async function loadSetupTexts(): Promise<SetupTexts> {
  const { setupTexts: texts } = await import('./setup-texts');
  return texts;
}
