import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { CALLBACK_HEADERS } from '../../scripts/response-headers';
import { PAGES } from './build-pages';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Turns the right answer of the web server into another one. */
export type Breakage = (answer: Answer, asked: Asked) => Answer;

export interface Asked {
  readonly path: string;
  /** `document`, `iframe`, `script`, or `empty` where a script of the page asks. */
  readonly destination: string;
}

export interface Portal {
  readonly origin: string;
  readonly port: number;
  /** The policy of the page, by directive. */
  policy: Record<string, readonly string[]>;
  breakage: Breakage;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
};

const PAGE =
  '<!doctype html><html lang="en"><title>Portal</title><link rel="icon" href="data:,"><body><script type="module" src="/page.js"></script></body></html>';

/** The web server of a portal, with the page under test and the redirect page beside it. */
export async function startPortal(): Promise<Portal> {
  const server = createServer((request, response) => void answer(portal, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The portal does not listen.');
  const portal: Portal = {
    origin: `http://localhost:${address.port}`,
    port: address.port,
    policy: {},
    breakage: (answer) => answer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return portal;
}

async function answer(portal: Portal, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = readRequest(request);
  const { status, headers, body } = portal.breakage(await rightAnswer(asked.path, portal.policy), asked);
  response.writeHead(status, headers).end(body);
}

function readRequest(request: IncomingMessage): Asked {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  return { path: pathname, destination: request.headers['sec-fetch-dest'] ?? 'document' };
}

async function rightAnswer(path: string, policy: Portal['policy']): Promise<Answer> {
  const written = Object.entries(policy).map(([name, sources]) => [name, ...sources].join(' '));
  const page = { 'Content-Type': TYPES['.html'] ?? '', 'Content-Security-Policy': written.join('; ') };
  if (path === '/') return { status: 200, headers: page, body: PAGE };
  const body = await readFile(join(PAGES, path), 'utf8').catch(() => undefined);
  if (body === undefined) return { status: 404, headers: {}, body: '' };
  const type = { 'Content-Type': TYPES[extname(path)] ?? 'text/plain' };
  return { status: 200, headers: { ...type, ...(path.endsWith('callback.html') && CALLBACK_HEADERS) }, body };
}
