import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

// The emulator is TypeScript; Vite, which is here anyway, loads it without a build. Its loader stays
// open as long as the emulator runs, because parts of it (the image library) are loaded when needed.
const loader = await createServer({
  configFile: false,
  root: fileURLToPath(new URL('..', import.meta.url)),
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true, include: [] },
  server: { middlewareMode: true, watch: null, ws: false },
});
const { runEmulatorCli } = await loader.ssrLoadModule('/src/emulator/node/cli.ts');
if (!(await runEmulatorCli(process.argv.slice(2)))) await loader.close();
