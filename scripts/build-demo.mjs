// `npm run build:demo`: dist/demo, a static site that holds the product and the emulator, for any folder of any server.
import { copyFile } from 'node:fs/promises';
import { build } from 'vite';
import { buildRedirectPage } from './build/redirect-page.mjs';

const outDir = 'dist/demo';

await build({ configFile: 'demo/vite.config.ts', logLevel: 'warn' });
await buildWorker();
await buildRedirectPage(outDir);
// The app shows it by its name.
await copyFile('public/icon.svg', `${outDir}/icon.svg`);
console.log(`Built ${outDir}.`);

/** One script without imports, under a name that stays: browsers compare it with the one they have. */
async function buildWorker() {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      rolldownOptions: {
        input: 'demo/src/service-worker.ts',
        output: { format: 'iife', entryFileNames: 'service-worker.js' },
      },
    },
  });
}
