import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npx vite --config test/support/gallery.config.ts`, then /test/support/gallery.html?state=demo&theme=dark */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  cacheDir: '/tmp/onedrive-control-gallery',
  plugins: [react()],
  server: { port: 6100, strictPort: true, hmr: false },
  optimizeDeps: { entries: ['test/support/gallery.tsx'] },
});
