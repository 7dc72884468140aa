import { boxFolder } from './box-answer';
import { folderOf, type BenchDrive } from './drive';
import { startStaticServer, type Page, type StaticServer } from './static-server';

export interface PageServerOptions {
  readonly drive: BenchDrive;
  /** The files of a contestant, by the first part of the path. */
  readonly folders: Readonly<Record<string, string>>;
  readonly counts: readonly number[];
}

/** One plain web server for everybody: the pages, their scripts as they are built, and the items as one file. */
export async function startPageServer({ drive, folders, counts }: PageServerOptions): Promise<StaticServer> {
  const lists = new Map<number, Awaited<ReturnType<BenchDrive['items']>>>();
  for (const count of counts) lists.set(count, await drive.items(count));
  const files = new Map([...lists].map(([count, items]) => [`/items/${count}.json`, JSON.stringify(items)]));

  const answer = ({ pathname, searchParams }: URL): Page | undefined => {
    const list = files.get(pathname);
    if (list) return { type: 'application/json', text: list };
    if (pathname === '/ours/') return { type: 'text/html', text: ourPage(drive, searchParams) };
    if (!pathname.startsWith('/box/2.0/folders/')) return undefined;
    const items = lists.get(Number(searchParams.get('limit'))) ?? [];
    return { type: 'application/json', text: JSON.stringify(boxFolder(items)) };
  };
  return startStaticServer(folders, answer);
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
