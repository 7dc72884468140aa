import { build } from 'vite';
import { CHUNK_SIZE_LIMIT, CODE_SPLITTING } from './chunks.mjs';
import { buildRedirectPage } from './redirect-page.mjs';
import { refuseEmulator } from './refuse-emulator.mjs';

const outDir = 'dist/app';

/** dist/app: the static single-page application. */
export async function buildApp() {
  await build({
    logLevel: 'warn',
    plugins: [refuseEmulator()],
    build: {
      outDir,
      emptyOutDir: true,
      chunkSizeWarningLimit: CHUNK_SIZE_LIMIT,
      rolldownOptions: { output: { codeSplitting: CODE_SPLITTING } },
    },
  });
  await buildRedirectPage(outDir);
}
