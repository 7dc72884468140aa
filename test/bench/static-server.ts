import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

export interface StaticServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** What is no file. */
export interface Page {
  readonly type: string;
  readonly text: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.woff2': 'font/woff2',
};

/**
 * A plain web server that forbids to keep anything.
 * @param folders whose files it gives, by the first part of the path
 * @param page what comes before them
 */
export async function startStaticServer(
  folders: Readonly<Record<string, string>>,
  page: (address: URL) => Page | undefined,
): Promise<StaticServer> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const address = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('Cache-Control', 'no-store');
    const made = page(address);
    if (made) {
      response.setHeader('Content-Type', made.type);
      response.end(made.text);
      return;
    }
    const [, name = '', ...rest] = address.pathname.split('/');
    const folder = folders[name];
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
