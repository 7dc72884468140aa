import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { CODE_SPLITTING } from './chunks.mjs';
import { parallelImports } from './parallel-imports.mjs';
import { laterTexts } from './later-texts.mjs';
import { buildRedirectPage } from './redirect-page.mjs';
import { precompute } from './precompute.mjs';
import { refuseEmulator } from './refuse-emulator.mjs';
import { sizes } from './sizes.mjs';
import { treeShaking } from './tree-shaking.mjs';
import { trimMaps } from './trim-maps.mjs';

const outDir = 'dist/element';

const PARTS = [
  { name: 'script of the page', module: 'src/element/index.ts', limit: 4.7 },
  { name: 'application, to the first rows', module: 'src/element/mount-control.tsx', limit: 185.5 },
  { name: 'sign-in (MSAL), beside it', module: 'src/auth/msal.ts', limit: 74 },
  { name: 'command bar', module: 'src/ui/soon.ts', limit: 105.4 },
  { name: 'connect card', module: 'src/ui/connect/connect-card.tsx', limit: 14 },
  { name: 'connection card', module: 'src/ui/connect/account/account-panel.tsx', limit: 14 },
];

/**
 * dist/element: the files that a portal copies to its own server. Everything is in them. Built as a library, because
 * an application would preload its chunks by a helper that is a third of the first script and writes into the page.
 */
export async function buildElement() {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [
      react(),
      refuseEmulator(),
      precompute(),
      parallelImports(),
      treeShaking(),
      laterTexts('src/element/mount-control.tsx'),
      sizes('dist/element', PARTS),
    ],
    // Libraries leave this to whoever bundles them; here that is us.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      target: 'es2022',
      sourcemap: true,
      lib: { entry: { 'onedrive-control': 'src/element/index.ts' }, formats: ['es'] },
      rolldownOptions: {
        experimental: { nativeMagicString: true },
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
