// Runs the project's own TypeScript in Node without a build, by the Vite that is here anyway. It stays open as long
// as what it loaded runs, because parts of that (the image library) are loaded when they are needed.
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

export async function createSourceLoader() {
  const server = await createServer({
    configFile: false,
    root: fileURLToPath(new URL('..', import.meta.url)),
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { middlewareMode: true, watch: null, ws: false },
  });
  return { load: (path) => server.ssrLoadModule(path), close: () => server.close() };
}
