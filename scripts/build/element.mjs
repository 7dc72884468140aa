import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { CHUNK_SIZE_LIMIT, CODE_SPLITTING } from './chunks.mjs';
import { buildRedirectPage } from './redirect-page.mjs';
import { refuseEmulator } from './refuse-emulator.mjs';
import { trimMaps } from './trim-maps.mjs';

const outDir = 'dist/element';

/**
 * dist/element: the files that a portal copies to its own server. Everything is in them. Built as a library, because
 * an application would preload its chunks by a helper that is a third of the first script and writes into the page.
 */
export async function buildElement() {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [react(), refuseEmulator()],
    // Libraries leave this to whoever bundles them; here that is us.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      target: 'es2022',
      sourcemap: true,
      chunkSizeWarningLimit: CHUNK_SIZE_LIMIT,
      lib: { entry: { 'onedrive-control': 'src/element/index.ts' }, formats: ['es'] },
      rolldownOptions: {
        output: {
          // Of libraries Vite leaves the white space in.
          minify: true,
          codeSplitting: CODE_SPLITTING,
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  });
  await trimMaps(outDir);
  await buildRedirectPage(outDir);
}
