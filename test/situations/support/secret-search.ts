import type { BrowserContext, Frame, Page } from '@playwright/test';
import { collectExposedTexts, type ExposedText } from './exposed-texts';
import { secretsIn } from './marked-secrets';

/** Looks for secrets where nobody may find one. */
export interface SecretSearch {
  /** What was found, and where; the secrets themselves are not repeated. */
  run(): Promise<string[]>;
}

/** @param login whose own pages may hold what they like */
export function startSecretSearch(context: BrowserContext, login: string): SecretSearch {
  const said: ExposedText[] = [];
  context.on('console', (message) => said.push({ place: 'console', text: message.text() }));
  context.on('weberror', (error) => {
    const { message, stack = '' } = error.error();
    said.push({ place: 'page error', text: `${message} ${stack}` });
  });
  return {
    run: async () => {
      const pages = context.pages().filter((page) => page.url().startsWith('http'));
      const frames = pages.flatMap((page) => page.frames());
      const hosts = frames.filter((frame) => !frame.url().startsWith(login));
      const texts = [
        ...said,
        ...(await Promise.all(hosts.map(readFrame))).flat(),
        ...(await Promise.all(pages.map((page) => readHistory(page, login)))).flat(),
      ];
      return texts.flatMap(({ place, text }) => secretsIn(text).map((kind) => `${kind} in ${place}`));
    },
  };
}

async function readFrame(frame: Frame): Promise<ExposedText[]> {
  try {
    return await frame.evaluate(collectExposedTexts);
  } catch (error) {
    // A frame that goes away meanwhile (the hidden one of a renewal) shows nothing any more.
    if (frame.isDetached()) return [];
    throw error;
  }
}

/** Where the back button leads to. */
async function readHistory(page: Page, login: string): Promise<ExposedText[]> {
  // Only Chromium tells it.
  if (page.context().browser()?.browserType().name() !== 'chromium') return [];
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  return entries
    .filter(({ url }) => !url.startsWith(login))
    .map(({ url, title }) => ({ place: 'history', text: `${url} ${title}` }));
}
