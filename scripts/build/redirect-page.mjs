import { createHash } from 'node:crypto';
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
    plugins: [react(), refuseEmulator(), markPage()],
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

/** The page names the hash of its script, so that the self-test can tell whether both belong together, unchanged. */
function markPage() {
  return {
    name: 'onedrive-control:mark-page',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        const hash = createHash('sha256').update(bundle['oauth2callback.js'].code).digest('base64');
        return html.replace(/(<meta name="onedrive-redirect-page" content=")"/, `$1sha256-${hash}"`);
      },
    },
  };
}
