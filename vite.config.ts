import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { claimPort } from './scripts/claim-port.mjs';
import { createSourceLoader } from './scripts/source-loader.mjs';

const port = Number(process.env.PORT ?? 5173);

/** The SPA: `vite` serves it with the emulator, `vite build` makes dist/app (scripts/build.mjs makes the rest). */
export default defineConfig(({ command }) => ({
  base: './',
  plugins: [react(), command === 'serve' ? servePlugins() : []],
  server: { host: 'localhost', port, strictPort: true },
  preview: { host: 'localhost', port, strictPort: true },
  optimizeDeps: {
    // Found only while signing in, they would make the dev server reload the page in the middle of it.
    include: [
      '@azure/msal-browser',
      '@azure/msal-browser/redirect-bridge',
      '@azure/msal-react',
      'client-zip',
      '@fluentui/react-components',
      '@fluentui/react-icons',
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

/** Written in TypeScript like the rest of src, and loaded only where a server runs. */
async function servePlugins(): Promise<Plugin[]> {
  await claimPort(port, 'PORT');
  const source = await createSourceLoader();
  const [emulator, headers] = await Promise.all([
    source.load<typeof import('./src/emulator/node/vite-plugin')>('/src/emulator/node/vite-plugin.ts'),
    source.load<typeof import('./scripts/security-headers')>('/scripts/security-headers.ts'),
  ]);
  return [headers.securityHeaders(), emulator.emulatorPlugin()];
}
