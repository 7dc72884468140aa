import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPage } from '../build-page';
import { CACHE, installPeer } from '../install-peer';
import { startStaticServer, type StaticServer } from '../static-server';
import { LIMIT, OURS, type Uploader } from './contestants';

const SOURCES = 'test/bench/transfers/peers';

export interface Pages {
  readonly server: StaticServer;
  readonly uploaders: readonly Uploader[];
  /** Who could not be had, and why. */
  readonly leftOut: readonly string[];
}

/** A page for everybody: ours and the limit's, and those of the others that can be installed and built. */
export async function startPages(
  wanted: readonly Uploader[],
  buildElement: () => Promise<void>,
  tell: (line: string) => void,
): Promise<Pages> {
  tell('Building dist/element …');
  await buildElement();
  await mkdir(CACHE, { recursive: true });
  await cp(join(SOURCES, 'upload-page.js'), join(CACHE, 'upload-page.js'));
  const folders: Record<string, string> = { element: 'dist/element' };
  const uploaders: Uploader[] = [LIMIT, OURS];
  const leftOut: string[] = [];
  folders[LIMIT.name] = await preparePage(LIMIT.name, copyPage);
  for (const uploader of wanted) {
    try {
      tell(`Preparing ${uploader.label} …`);
      folders[uploader.name] = await preparePage(uploader.name, installPeer);
      uploaders.push(uploader);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      leftOut.push(`${uploader.name} (${reason.split('\n').slice(0, 3).join(' ')})`);
    }
  }
  const server = await startStaticServer(folders, ({ pathname, searchParams }) =>
    pathname === '/ours/' ? { type: 'text/html', text: ourPage(searchParams) } : undefined,
  );
  return { server, uploaders, leftOut };
}

type Fetch = (source: string, name: string) => Promise<string>;

async function preparePage(name: string, fetch: Fetch): Promise<string> {
  const folder = await fetch(join(SOURCES, name), `uploader-${name}`);
  await cp(join(SOURCES, 'index.html'), join(folder, 'index.html'));
  return buildPage(folder);
}

/** Of what needs nothing from elsewhere. */
async function copyPage(source: string, name: string): Promise<string> {
  const folder = join(CACHE, name);
  await cp(source, folder, { recursive: true });
  return folder;
}

/** The element, told everything by its page. */
function ourPage(query: URLSearchParams): string {
  const text = (name: string) => JSON.stringify(query.get(name));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>ours</title>
<link rel="icon" href="data:,"><style>body { margin: 0 } onedrive-control { height: 100vh }</style></head><body>
<onedrive-control></onedrive-control>
<script>
const drive = document.querySelector('onedrive-control');
drive.getAccessToken = async () => ${text('token')};
drive.graph = ${text('graph')};
drive.setAttribute('folder', ${text('folder')});
</script>
<script type="module" src="/element/onedrive-control.js"></script></body></html>`;
}
