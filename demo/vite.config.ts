import { isBuiltin } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The pages of the demo; scripts/build-demo.mjs adds the service worker and the redirect page. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  plugins: [react(), refuseNode(), contentSecurityPolicy()],
  build: {
    outDir: '../dist/demo',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { index: 'demo/index.html', app: 'demo/app.html' } },
  },
});

/** Nothing but the demo's own files is asked for, whatever a page may want. A host of files sets no headers for it. */
function contentSecurityPolicy(): Plugin {
  const content = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
  return {
    name: 'onedrive-control:content-security-policy',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' },
    ],
  };
}

/** The core runs on the standards of the Web alone: a module of Node in it, or a stand-in for one, fails the build. */
function refuseNode(): Plugin {
  return {
    name: 'onedrive-control:refuse-node',
    enforce: 'pre',
    resolveId(id, importer) {
      if (isBuiltin(id)) this.error(`${importer ?? 'The demo'} wants ${id}, which no browser has.`);
    },
  };
}
