import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { atomicIcons } from './scripts/atomic-icons.mjs';
import { claimPort, readPort } from './scripts/claim-port.mjs';
import { createSourceLoader } from './scripts/source-loader.mjs';

/** The SPA: `vite` serves it with the emulator, `vite build` makes dist/app (scripts/build.mjs makes the rest). */
export default defineConfig(({ command, isPreview }) => ({
  // A static host answers 404 for a missing file, and so does the preview.
  appType: isPreview ? 'mpa' : 'spa',
  base: './',
  plugins: [atomicIcons('src'), react(), command === 'serve' ? servePlugins() : []],
  ...(command === 'serve' && servers()),
  optimizeDeps: {
    // Ours alone: the pages of the benchmarks import peers that are not installed, and the scan would fail.
    entries: ['index.html', 'oauth2callback.html'],
    // Found only while signing in, they would make the dev server reload the page in the middle of it.
    include: [
      '@azure/msal-browser',
      '@azure/msal-browser/redirect-bridge',
      '@azure/msal-react',
      'client-zip',
      '@fluentui/react-components',
    ],
  },
  build: {
    outDir: 'dist/app',
    target: 'es2022',
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
}));

function servers() {
  const port = readPort('PORT', 5173);
  // Host names of a tunnel or a reverse proxy in front of it; others are refused, as a rebound DNS name would come by one.
  const allowedHosts = (process.env['PUBLIC_HOSTS'] ?? '').split(/[\s,]+/).filter((host) => host !== '');
  const address = { host: 'localhost', port, strictPort: true, allowedHosts };
  return { server: address, preview: address };
}

/** Written in TypeScript like the rest of src, and loaded only where a server runs. */
async function servePlugins(): Promise<Plugin[]> {
  // Now and not when the emulator starts: by then the page's server runs.
  readPort('EMULATOR_PORT', 5174);
  readPort('BYTES_PORT', 5175);
  await claimPort(readPort('PORT', 5173), 'PORT');
  const source = await createSourceLoader();
  const [emulator, headers] = await Promise.all([
    source.load<typeof import('./src/emulator/node/vite-plugin')>('/src/emulator/node/vite-plugin.ts'),
    source.load<typeof import('./scripts/security-headers')>('/scripts/security-headers.ts'),
  ]);
  return [headers.securityHeaders(), emulator.emulatorPlugin()];
}
