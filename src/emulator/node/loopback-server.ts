import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { followIdleConnections } from './idle-connections';
import { EmulatorStartError } from './start-error';

/** A certificate and its key, as PEM. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** One port on this computer only, on IPv4 and, where there is one, on IPv6. */
export interface LoopbackServer {
  /** `http://localhost:5174` */
  readonly origin: string;
  /** Ends connections nobody uses at the moment; resolves when their clients know it. */
  endIdleConnections(): Promise<void>;
  close(): Promise<void>;
}

export interface LoopbackOptions {
  readonly port: number;
  /** The environment variable that changes the port, for the error sentence. */
  readonly variable: string;
  /** The option of `npm run emulator` that does the same. */
  readonly option: string;
  readonly tls?: TlsFiles | undefined;
  readonly listener: RequestListener;
}

const ATTEMPTS_FOR_ANY_PORT = 20;
/** Milliseconds that a connection may rest: below the minute that Node gives to the headers of a request. */
const KEEP_ALIVE = 55_000;

/** @throws EmulatorStartError when the port is in use. */
export async function listenOnLoopback(options: LoopbackOptions): Promise<LoopbackServer> {
  for (let attempt = 1; ; attempt += 1) {
    const first = await listen(options, '127.0.0.1', options.port);
    const port = portOf(first);
    try {
      // `localhost` means ::1 to some clients and 127.0.0.1 to others: both must be ours.
      const second = await listen(options, '::1', port);
      return running([first, second], port, options);
    } catch (error) {
      if (hasCode(error, 'EADDRNOTAVAIL', 'EAFNOSUPPORT')) return running([first], port, options);
      await closeServer(first);
      // Port 0 picked one that is free on IPv4 only: pick another.
      if (options.port !== 0 || attempt === ATTEMPTS_FOR_ANY_PORT) throw error;
    }
  }
}

function listen(options: LoopbackOptions, host: string, port: number): Promise<Server> {
  const { tls, listener } = options;
  const server = tls === undefined ? createServer(listener) : tlsServer(tls, listener);
  // An upload over a slow line takes as long as it takes.
  server.requestTimeout = 0;
  // Node’s five seconds end connections just when somebody asks again, who is then told of a reset.
  server.keepAliveTimeout = KEEP_ALIVE;
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(startError(port, options, error));
    });
    server.listen({ host, port, ipv6Only: host === '::1' }, () => resolve(server));
  });
}

function running(servers: readonly Server[], port: number, options: LoopbackOptions): LoopbackServer {
  const secure = options.tls !== undefined;
  const ends = servers.map((server) => followIdleConnections(server, secure));
  return {
    // Without the port where it is the scheme's own, as clients write it.
    origin: new URL(`${secure ? 'https' : 'http'}://localhost:${port}`).origin,
    endIdleConnections: async () => {
      await Promise.all(ends.map((endIdle) => endIdle()));
    },
    close: async () => {
      await Promise.all(servers.map((server) => closeServer(server)));
    },
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

function tlsServer(tls: TlsFiles, listener: LoopbackOptions['listener']): Server {
  try {
    return createTlsServer(tls, listener);
  } catch (cause) {
    throw new EmulatorStartError('The TLS certificate and key are no pair of PEM files.', { cause });
  }
}

function startError(port: number, { variable, option }: LoopbackOptions, cause: Error): Error {
  const other = `set ${variable} (npm run emulator: or ${option}) to another port`;
  if (hasCode(cause, 'EACCES')) {
    return new EmulatorStartError(`Port ${port} needs rights that this user does not have: ${other}.`, {
      cause,
    });
  }
  if (!hasCode(cause, 'EADDRINUSE')) return cause;
  return new EmulatorStartError(`Port ${port} is in use: stop the program that uses it, or ${other}.`, {
    cause,
  });
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.some((code) => error.code === code);
}
