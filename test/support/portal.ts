import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Site } from './sites';

/** Somebody's web server: plain pages under a strict policy, and the files of dist/element that were copied to it. */
export interface Portal {
  readonly origin: string;
  /** What the next request for the page answers. */
  setPage(body: string, around?: PageAround): void;
  /** A file of the portal's own, as its style sheets and scripts are; instead of one of the control's, too. */
  setFile(path: string, text: string, headers?: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

interface PortalFile {
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What else the page may have. */
export interface PageAround {
  readonly head?: string | undefined;
  /** Attributes of `<html>`. */
  readonly html?: string | undefined;
  /** Sources of style sheets; without it the page's policy allows none. */
  readonly styles?: string | undefined;
  /** Sources of frames, instead of those that the control needs. */
  readonly frames?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

const FILES = 'dist/element';
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.html': 'text/html',
  '.css': 'text/css',
};

/** Writes down every event of every control, for the test to read, and loads a script when it is told to. */
const HOST_SCRIPT = `
globalThis.heard = [];
globalThis.load = async (address) => void (await import(address));
for (const type of ['od-connection', 'od-navigate', 'od-selection', 'od-pick', 'od-save', 'od-cancel', 'od-change', 'od-upload', 'od-error', 'od-telemetry'])
  document.addEventListener(type, ({ target, detail }) => heard.push({ type, id: target.id, detail }));
`;

export interface PortalOptions {
  /** From where the page may load the control, besides its own origin. */
  readonly scripts?: string | undefined;
  /** The login is on `localhost`: a page of 127.0.0.1 is one of another site. */
  readonly host?: 'localhost' | '127.0.0.1' | undefined;
}

export async function startPortal(
  site: Pick<Site, 'emulator' | 'bytes'>,
  { scripts = '', host = 'localhost' }: PortalOptions = {},
): Promise<Portal> {
  let page = '';
  let around: PageAround = {};
  const files = new Map<string, PortalFile>();
  const policy = () => [
    "default-src 'none'",
    `script-src 'self' ${scripts}`,
    ...(around.styles ? [`style-src ${around.styles}`] : []),
    `img-src 'self' blob: data: ${site.bytes}`,
    `connect-src ${site.emulator} ${site.bytes}`,
    `frame-src ${around.frames ?? `'self' ${site.emulator}`}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    // Module scripts of another origin need it.
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (path === '/host.js') return send(response, 'text/javascript', HOST_SCRIPT);
    const file = files.get(path);
    if (file) {
      for (const [name, value] of Object.entries(file.headers)) response.setHeader(name, value);
      return send(response, TYPES[extname(path)] ?? 'text/plain', file.text);
    }
    if (path.startsWith('/onedrive/')) return sendFile(response, join(FILES, normalize(path).slice(10)));
    response.setHeader('Content-Security-Policy', policy().join('; '));
    for (const [name, value] of Object.entries(around.headers ?? {})) response.setHeader(name, value);
    if (path === '/') return send(response, 'text/html', document(page, around));
    response.statusCode = 404;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return {
    origin: `http://${host}:${portOf(server)}`,
    setPage: (body, more = {}) => {
      page = body;
      around = more;
    },
    setFile: (path, text, headers = {}) => void files.set(path, { text, headers }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function document(body: string, { head = '', html = '' }: PageAround): string {
  return `<!doctype html><html lang="en" ${html}><head><title>Portal</title><link rel="icon" href="data:,">
<script src="/host.js"></script>${head}</head><body>${body}</body></html>`;
}

function send(response: ServerResponse, type: string, text: string): void {
  response.setHeader('Content-Type', type);
  response.end(text);
}

function sendFile(response: ServerResponse, path: string): void {
  if (!existsSync(path)) {
    response.statusCode = 404;
    response.end();
    return;
  }
  response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
  createReadStream(path).pipe(response);
}

function portOf(server: Server): number {
  const address: string | AddressInfo | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The portal does not listen.');
  return address.port;
}
