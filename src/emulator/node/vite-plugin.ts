import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Logger, Plugin, PreviewServer, ViteDevServer } from 'vite';
import { isLoopbackHost } from '../loopback';
import type { PageEmulator } from './vite-host';

const CONFIGURATION = 'onedrive.config.json';

/** What the dev server and the preview server have in common. */
type PageServer = Pick<ViteDevServer | PreviewServer, 'config' | 'httpServer' | 'middlewares'>;

/**
 * Starts the emulator with `vite` and `vite preview`, and points the page at it through
 * `/onedrive.config.json`. A file public/onedrive.config.json switches it off: then the page talks
 * to whatever that file names. With `SETUP=1` the page is told only where the emulator is, which does not
 * know it: what the set-up assistant is tried with.
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

  const isUnconfigured = process.env['SETUP'] === '1';
  // In the background, so that the page's server is up at once.
  const emulator = startOrExit(config.logger);
  middlewares.use((request, response, next) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    // Whoever comes by another name (a tunnel, a proxy) is elsewhere, and can't reach the emulator.
    const isElsewhere = !isLoopbackHost(request.headers.host ?? '');
    if (path !== `/${CONFIGURATION}`) next();
    else if (isElsewhere) answerNothing(response);
    else void answerConfiguration(emulator, isUnconfigured ? 'unconfigured' : 'configuration', response);
  });
  const whenListening = (): void => {
    const address = httpServer.address();
    if (address !== null && typeof address !== 'string')
      void announce(emulator, isUnconfigured ? undefined : address.port, config.logger);
  };
  if (httpServer.listening) whenListening();
  else httpServer.once('listening', whenListening);
  httpServer.once('close', () => void release(emulator));
}

async function answerConfiguration(
  emulator: Promise<PageEmulator>,
  which: 'configuration' | 'unconfigured',
  response: ServerResponse,
): Promise<void> {
  const { [which]: configuration } = await emulator;
  response.setHeader('content-type', 'application/json');
  response.setHeader('cache-control', 'no-store');
  response.end(configuration);
}

/** As of a page that nobody has set up yet: it shows its assistant. */
function answerNothing(response: ServerResponse): void {
  response.statusCode = 404;
  response.setHeader('cache-control', 'no-store');
  response.end();
}

async function announce(
  emulator: Promise<PageEmulator>,
  port: number | undefined,
  logger: Logger,
): Promise<void> {
  const ready = await emulator;
  if (port !== undefined) ready.registerPage(port);
  logger.info(ready.announcement);
}

async function release(emulator: Promise<PageEmulator>): Promise<void> {
  const ready = await emulator;
  await ready.release();
}

/** Without the emulator the page is no use: one sentence, and the process ends. */
async function startOrExit(logger: Logger): Promise<PageEmulator> {
  try {
    // Only where a page is served: the emulator and its image library take a while to load.
    const { startForPage } = await import('./vite-host');
    return await startForPage();
  } catch (error) {
    const reason = error instanceof Error ? error : new Error(String(error));
    if (reason.name === 'EmulatorStartError') logger.error(reason.message);
    else logger.error('The emulator could not start.', { error: reason });
    if (reason.name !== 'EmulatorStartError') console.error(reason);
    process.exit(1);
  }
}
