import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rolldown } from 'rolldown';

export interface TabServer {
  readonly origin: string;
  close(): Promise<void>;
}

const PAGES: Readonly<Record<string, string>> = { '/': 'tab-page', '/oauth2callback.html': 'oauth2callback' };

/** The page with nothing but signing in, and the redirect page beside it. */
export async function startTabServer(): Promise<TabServer> {
  const files = await bundle();
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const script = PAGES[pathname];
    const code = files.get(pathname.slice(1));
    response.setHeader('Cache-Control', 'no-store');
    if (script) {
      response.setHeader('Content-Type', 'text/html');
      response.end(
        `<!doctype html><title>${script}</title><link rel="icon" href="data:,"><script type="module" src="/${script}.js"></script>`,
      );
    } else if (code !== undefined) {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(code);
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bundle(): Promise<ReadonlyMap<string, string>> {
  const build = await rolldown({
    input: { 'tab-page': 'test/tabs/tab-page.ts', oauth2callback: 'src/oauth2callback.ts' },
    platform: 'browser',
    transform: { target: 'es2022' },
  });
  const { output } = await build.generate({ format: 'esm', entryFileNames: '[name].js' });
  await build.close();
  return new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code] as const] : [])),
  );
}
