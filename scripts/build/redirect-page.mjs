import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { refuseEmulator } from './refuse-emulator.mjs';

/** A build of its own: together with the app it would load a chunk of 40 kB instead of 3 (auth.md 6). */
export async function buildRedirectPage(outDir) {
  await build({
    configFile: false,
    logLevel: 'warn',
    base: './',
    publicDir: false,
    plugins: [react(), refuseEmulator()],
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: 'oauth2callback.html',
        output: { entryFileNames: 'oauth2callback.js' },
      },
    },
  });
}
