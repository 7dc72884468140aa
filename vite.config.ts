import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { emulatorPlugin } from './src/emulator/node/vite-plugin';
import { securityHeaders } from './scripts/security-headers';

const port = Number(process.env.PORT ?? 5173);

/** The SPA: `vite` serves it with the emulator, `vite build` makes dist/app (scripts/build.mjs makes the rest). */
export default defineConfig({
  base: './',
  plugins: [react(), emulatorPlugin(), securityHeaders()],
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
});
