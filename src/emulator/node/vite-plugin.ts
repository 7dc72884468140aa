import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Logger, Plugin, PreviewServer, ViteDevServer } from 'vite';
import { DEMO_CLIENT_ID } from '../identity/demo-directory';
import { announcement } from './announcement';
import { portFromEnvironment } from './port-number';
import { leaseEmulator } from './shared-emulator';
import type { EmulatorLease } from './shared-emulator';
import { EmulatorStartError } from './start-error';

const CONFIGURATION = 'onedrive.config.json';
const CALLBACK = 'oauth2callback.html';

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

  const lease = start(config.logger);
  middlewares.use((request, response, next) => {
    if (!isConfiguration(request.url)) return next();
    void answerConfiguration(lease, response);
  });
  const whenListening = (): void => {
    void announce(lease, httpServer.address(), config.logger);
  };
  if (httpServer.listening) whenListening();
  else httpServer.once('listening', whenListening);
  httpServer.once('close', () => {
    void release(lease);
  });
}

async function answerConfiguration(lease: Promise<EmulatorLease>, response: ServerResponse): Promise<void> {
  const { emulator } = await lease;
  // `common`, so that the personal demo account may sign in as well.
  const authority = `${emulator.loginOrigin}/common`;
  response.setHeader('content-type', 'application/json');
  response.setHeader('cache-control', 'no-store');
  response.end(JSON.stringify({ clientId: DEMO_CLIENT_ID, authority }));
}

async function announce(
  lease: Promise<EmulatorLease>,
  address: AddressInfo | string | null,
  logger: Logger,
): Promise<void> {
  const { emulator } = await lease;
  emulator.registerApp({ clientId: DEMO_CLIENT_ID, spa: callbacks(address) });
  logger.info(['', ...announcement(emulator), ''].join('\n'));
}

async function release(lease: Promise<EmulatorLease>): Promise<void> {
  const held = await lease;
  await held.release();
}

/** In the background, so that the page's server is up at once. A failure ends the process. */
function start(logger: Logger): Promise<EmulatorLease> {
  const begin = async (): Promise<EmulatorLease> => {
    const port = portFromEnvironment('EMULATOR_PORT', 5174);
    const bytesPort = portFromEnvironment('BYTES_PORT', 5175);
    const strict = process.env['EMULATOR_STRICT'] === '1';
    const { startEmulator } = await import('./start-emulator');
    return leaseEmulator({ port, bytesPort, strict }, startEmulator);
  };
  const lease = begin();
  lease.catch((error: unknown) => {
    if (error instanceof EmulatorStartError) logger.error(error.message);
    else logger.error('The emulator could not start.', { error: asError(error) });
    process.exit(1);
  });
  return lease;
}

function isConfiguration(url: string | undefined): boolean {
  return url !== undefined && new URL(url, 'http://localhost').pathname === `/${CONFIGURATION}`;
}

/** The page is known by both names of this computer, whatever it was told to listen on. */
function callbacks(address: AddressInfo | string | null): string[] {
  if (address === null || typeof address === 'string') return [];
  return ['localhost', '127.0.0.1'].map((host) => `http://${host}:${address.port}/${CALLBACK}`);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
