import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import type { Logger, Plugin, PreviewServer, ViteDevServer } from 'vite';
// Types only: whatever vite.config.ts imports is bundled into it, and a change restarts the server.
import type { PageEmulator } from './vite-host';

const CONFIGURATION = 'onedrive.config.json';

/** What the dev server and the preview server have in common. */
type PageServer = Pick<ViteDevServer | PreviewServer, 'config' | 'httpServer' | 'middlewares'>;

/**
 * Starts the emulator with `vite` and `vite preview`, and points the page at it through
 * `/onedrive.config.json`. A file public/onedrive.config.json switches it off: then the page talks
 * to whatever that file names.
 */
export function emulatorPlugin(): Plugin {
  return {
    name: 'onedrive-emulator',
    configureServer: (server) => attach(server),
    configurePreviewServer: (server) => attach(server),
  };
}

function attach({ config, httpServer, middlewares }: PageServer): void {
  // Without a server of its own (middleware mode, test runners) there is no page to serve.
  if (httpServer === null || process.env['VITEST'] !== undefined) return;
  if (existsSync(join(config.publicDir, CONFIGURATION))) return;

  // In the background, so that the page's server is up at once.
  const emulator = startOrExit(config.logger);
  middlewares.use((request, response, next) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === `/${CONFIGURATION}`) void answerConfiguration(emulator, response);
    else next();
  });
  const whenListening = (): void => {
    const address = httpServer.address();
    if (address !== null && typeof address !== 'string') void announce(emulator, address.port, config.logger);
  };
  if (httpServer.listening) whenListening();
  else httpServer.once('listening', whenListening);
  httpServer.once('close', () => void release(emulator));
}

async function answerConfiguration(emulator: Promise<PageEmulator>, response: ServerResponse): Promise<void> {
  const { configuration } = await emulator;
  response.setHeader('content-type', 'application/json');
  response.setHeader('cache-control', 'no-store');
  response.end(configuration);
}

async function announce(emulator: Promise<PageEmulator>, port: number, logger: Logger): Promise<void> {
  const ready = await emulator;
  ready.registerPage(port);
  logger.info(ready.announcement);
}

async function release(emulator: Promise<PageEmulator>): Promise<void> {
  const ready = await emulator;
  await ready.release();
}

/** Without the emulator the page is no use: one sentence, and the process ends. */
async function startOrExit(logger: Logger): Promise<PageEmulator> {
  try {
    const { startForPage } = parseHost(await loadHost());
    return await startForPage();
  } catch (error) {
    const reason = error instanceof Error ? error : new Error(String(error));
    if (reason.name === 'EmulatorStartError') logger.error(reason.message);
    else logger.error('The emulator could not start.', { error: reason });
    if (reason.name !== 'EmulatorStartError') console.error(reason);
    process.exit(1);
  }
}

/**
 * Loads the emulator's TypeScript through a small Vite of its own. It stays open with the process:
 * it holds no port and watches nothing, and parts of the emulator are loaded when first needed.
 */
async function loadHost(): Promise<Readonly<Record<string, unknown>>> {
  const loader = await createServer({
    configFile: false,
    root: fileURLToPath(new URL('../../..', import.meta.url)),
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { middlewareMode: true, watch: null, ws: false },
  });
  return loader.ssrLoadModule('/src/emulator/node/vite-host.ts');
}

interface Host {
  readonly startForPage: () => Promise<PageEmulator>;
}

function parseHost(module: Readonly<Record<string, unknown>>): Host {
  if (typeof module['startForPage'] !== 'function') throw new TypeError('vite-host.ts has no startForPage.');
  return module as unknown as Host;
}
