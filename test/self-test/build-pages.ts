import { rm } from 'node:fs/promises';
import { build } from 'vite';
import { buildRedirectPage } from '../../scripts/build/redirect-page.mjs';

export const PAGES = 'dist/self-test';

/** A page of somebody who calls `runSelfTest`, and the redirect page as it is shipped. */
export default async function buildPages(): Promise<void> {
  await rm(PAGES, { recursive: true, force: true });
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: PAGES,
      target: 'es2022',
      minify: false,
      lib: { entry: { page: 'test/self-test/page.ts' }, formats: ['es'] },
    },
  });
  await buildRedirectPage(PAGES);
}
