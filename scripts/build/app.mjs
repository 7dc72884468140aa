import { build } from 'vite';
import { CODE_SPLITTING } from './chunks.mjs';
import { buildRedirectPage } from './redirect-page.mjs';
import { laterTexts } from './later-texts.mjs';
import { precompute } from './precompute.mjs';
import { refuseEmulator } from './refuse-emulator.mjs';
import { sizes } from './sizes.mjs';
import { treeShaking } from './tree-shaking.mjs';

const outDir = 'dist/app';

const PARTS = [
  { name: 'application, to the first rows', module: 'index.html', limit: 180.2 },
  { name: 'sign-in (MSAL)', module: 'src/auth/msal.ts', limit: 75 },
];

/** dist/app: the static single-page application. */
export async function buildApp() {
  await build({
    logLevel: 'warn',
    plugins: [refuseEmulator(), precompute(), treeShaking(), laterTexts('index.html'), sizes(outDir, PARTS)],
    build: {
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        output: { codeSplitting: CODE_SPLITTING },
      },
    },
  });
  await buildRedirectPage(outDir);
}
