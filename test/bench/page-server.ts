import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { boxFolder } from './box-answer';
import { folderOf, type BenchDrive } from './drive';

/** One plain web server for everybody: the pages, their scripts as they are built, and the items as one file. */
export interface PageServer {
  readonly origin: string;
  close(): Promise<void>;
}

export interface PageServerOptions {
  readonly drive: BenchDrive;
  /** The files of a contestant, by the first part of the path. */
  readonly folders: Readonly<Record<string, string>>;
  readonly counts: readonly number[];
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.woff2': 'font/woff2',
};

export async function startPageServer({ drive, folders, counts }: PageServerOptions): Promise<PageServer> {
  const lists = new Map<number, Awaited<ReturnType<BenchDrive['items']>>>();
  for (const count of counts) lists.set(count, await drive.items(count));
  const files = new Map([...lists].map(([count, items]) => [`/items/${count}.json`, JSON.stringify(items)]));

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('Cache-Control', 'no-store');
    const list = files.get(pathname);
    if (list) return send(response, 'application/json', list);
    if (pathname === '/ours/') return send(response, 'text/html', ourPage(drive, searchParams));
    if (pathname.startsWith('/box/2.0/folders/')) {
      const items = lists.get(Number(searchParams.get('limit'))) ?? [];
      return send(response, 'application/json', JSON.stringify(boxFolder(items)));
    }
    const [, contestant = '', ...rest] = pathname.split('/');
    const folder = folders[contestant];
    const file = folder && join(folder, normalize(rest.join('/') || 'index.html'));
    if (file && (await isFile(file))) {
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
      createReadStream(file).pipe(response);
      return;
    }
    response.statusCode = 404;
    response.end();
  };

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => response.destroy(toError(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page server does not listen.');
  return {
    origin: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The element in a page; `way=msal` signs in itself, otherwise the page has the token. */
function ourPage(drive: BenchDrive, query: URLSearchParams): string {
  const folder = folderOf(Number(query.get('items')));
  const host = `const drive = document.querySelector('onedrive-control');
drive.getAccessToken = async () => ${JSON.stringify(drive.token)};
drive.graph = ${JSON.stringify(`${drive.loginOrigin}/v1.0`)};`;
  const signIn = `client-id="22222222-2222-4222-8222-222222222222" authority="${drive.loginOrigin}/common"`;
  const own = query.get('way') === 'msal';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>ours</title>
<link rel="icon" href="data:,"><style>body { margin: 0 } onedrive-control { height: 100vh }</style></head><body>
<onedrive-control ${own ? signIn : ''} folder="${folder}"></onedrive-control>
<script>${own ? '' : host}</script>
<script type="module" src="/element/onedrive-control.js"></script></body></html>`;
}

function send(response: ServerResponse, type: string, text: string): void {
  response.setHeader('Content-Type', type);
  response.end(text);
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
