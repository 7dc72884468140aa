// Stands where the servers of Microsoft stand: it passes what the pages of this folder ask on to the page that holds
// the emulator. It keeps nothing itself, because browsers end an idle worker without a word.
import { readEmulatorAddress } from './addresses';
import { ask, CONFIGURATION_FILE, INTRODUCTION, type AskedRequest, type GivenAnswer } from './messages';
import type { FetchEvent, MessageFromPage, WorkerScope } from './worker-scope';

declare const self: WorkerScope;

const folder = new URL('./', self.location.href);
const configuration = new URL(CONFIGURATION_FILE, folder).href;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => event.waitUntil(introduce(event)));
self.addEventListener('fetch', (event) => {
  const holder = holderOf(event);
  if (holder !== undefined) event.respondWith(passOn(event.request, holder));
});

/** A page that was reloaded without its cache is not under control until it is claimed. */
async function introduce({ data, source, ports: [port] }: MessageFromPage): Promise<void> {
  if (data !== INTRODUCTION) return;
  await self.clients.claim();
  port?.postMessage(source?.id);
}

function holderOf({ request, clientId }: FetchEvent): string | undefined {
  if (request.url === configuration) return clientId;
  return readEmulatorAddress(folder, request.url)?.holder;
}

async function passOn(request: Request, holder: string): Promise<Response> {
  const page = await self.clients.get(holder);
  if (page === undefined) return gone();
  const asked: AskedRequest = {
    method: request.method,
    url: request.url,
    headers: [...request.headers],
    body: request.method === 'GET' || request.method === 'HEAD' ? null : await request.blob(),
  };
  const given = await ask<GivenAnswer>(page, asked);
  if (given.kind === 'cut') return Response.error();
  const { body, status, headers } = given;
  return new Response(body, { status, headers: headers.map(([name, value]) => [name, value]) });
}

/** For a sign-in window that outlived its page. */
function gone(): Response {
  return new Response(
    'The page that held this OneDrive has been closed or reloaded. Close this window too.',
    {
      status: 503,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    },
  );
}
