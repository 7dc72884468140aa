import { teller } from '../deed';
import { monitorResponse } from '../changes/copy';
import { PDF_PATH, pdfResponse } from './convert';
import { bytesPreflight, bytesRefusal, dressBytes } from './bytes-answer';
import { declaredLength } from './content-write';
import { downloadOf, downloadResponse, isAlive } from './download';
import { thumbnailResponse } from './draw-thumbnail';
import { refuseMalware } from '../model/malware';
import { ownerId } from '../model/owner';
import { GraphError, itemNotFound } from '../protocol/graph-error';
import type { Grants } from './grants';
import { EMBEDDED_PATH, PREVIEW_PATH } from './preview';
import { previewPage } from './preview-page';
import { findSession, sessionNotFound } from './open-sessions';
import { seenThrough } from './seen-through';
import { answerUpload } from './upload-ranges';
import { webPage } from '../items/web-page';
import { fileOpenToAnyone } from '../sharing/open-share';
import type { FileGrant, World } from '../world';

/** The host of preauthenticated URLs: uploads, downloads, thumbnails. */
export async function handleBytes(world: World, request: Request, number: number | null): Promise<Response> {
  if (request.method === 'OPTIONS') return bytesPreflight(world.ports, request);
  try {
    refuseAuthorization(world, request);
    return dressBytes(world.ports, request, await answer(world, request, number));
  } catch (error) {
    // What nobody foresaw must be seen by whoever runs the emulator, but not by its callers.
    if (!(error instanceof GraphError)) console.error(error);
    const known =
      error instanceof GraphError
        ? error
        : new GraphError(500, 'generalException', 'General exception while processing');
    return bytesRefusal(world.ports, request, known);
  }
}

async function answer(world: World, request: Request, number: number | null): Promise<Response> {
  const url = new URL(request.url);
  const key = url.searchParams.get('tempauth') ?? '';
  if (url.pathname.endsWith('/uploadSession')) {
    const session = findSession(world, key);
    if (session === undefined) throw sessionNotFound();
    // A preauthenticated URL is opaque: decoded and encoded again it is another one.
    if (url.search !== new URL(session.url).search) throw badToken();
    world.throttle.chargeRequest(session.by.id, 'ingress');
    world.throttle.countBytes(session.by.id, 'ingress', declaredLength(request) ?? 0);
    const tell = teller(world, { request, number }, { user: session.by.id, application: null });
    const { status, body, headers } = await answerUpload(world, request, session, tell);
    return body === undefined
      ? new Response(null, { status })
      : Response.json(body, { status, ...(headers === undefined ? {} : { headers }) });
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw new GraphError(405, 'notAllowed', 'The method is not allowed here.');
  }
  const linked = fileOpenToAnyone(world, url);
  if (linked !== undefined) return download(world, request, whole(linked));
  if (url.pathname.endsWith('/_layouts/15/download.aspx')) {
    return download(world, request, open(world.downloads, key));
  }
  if (isMonitor(url)) return monitorResponse(world, key);
  if (url.pathname.endsWith(PREVIEW_PATH)) {
    const grant = open(world.views, key);
    countView(world, grant);
    return previewPage(grant, url);
  }
  if (url.pathname.endsWith(EMBEDDED_PATH)) return download(world, request, open(world.views, key), 'show');
  if (url.pathname === PDF_PATH) return pdfResponse(open(world.views, key));
  if (url.pathname === '/transform/thumbnail') {
    return thumbnailResponse(world, open(world.thumbnails, key), url.searchParams);
  }
  return webPage(world, url);
}

function download(world: World, request: Request, grant: FileGrant, use: 'save' | 'show' = 'save'): Response {
  const { throttle } = world;
  const user = ownerId(grant.drive.owner);
  throttle.chargeRequest(user, 'egress');
  const response = downloadResponse(request, downloadOf(grant), use);
  if (response.body !== null) {
    throttle.countBytes(user, 'egress', Number(response.headers.get('content-length')));
  }
  // A page that shows a file was counted when it was opened.
  if (use === 'save' && isBeginning(response)) countView(world, grant);
  return response;
}

/** Parts of a download that follow its first bytes are no views of their own. */
function isBeginning({ body, headers }: Response): boolean {
  return body !== null && /^(bytes 0-|$)/.test(headers.get('content-range') ?? '');
}

/** What an earlier version was is no view of the file. */
function countView({ seen, ports }: World, grant: FileGrant): void {
  if ('viewer' in grant) seen.add(grant.file, grant.viewer, ports.now());
}

function isMonitor(url: URL): boolean {
  return url.pathname.startsWith('/_api/v2.0/monitor/');
}

function open(grants: Grants<FileGrant>, key: string): FileGrant {
  const grant = grants.read(key);
  if (grant === undefined || grant === 'expired') throw badToken();
  if (!isAlive(grant.drive, grant.file)) throw itemNotFound();
  return whole(grant);
}

/** What scanners have taken for infected is not given out. */
function whole(grant: FileGrant): FileGrant {
  refuseMalware(seenThrough(grant).content);
  return grant;
}

function badToken(): GraphError {
  return new GraphError(401, 'unauthenticated', 'The URL has expired or is not valid.', {
    inner: 'invalidToken',
  });
}

/**
 * The documentation says that a token sent along makes the request fail. Command-line clients send
 * one all the same and work with the real service, so only a page, or strict mode, is refused.
 */
function refuseAuthorization(world: World, request: Request): void {
  if (!request.headers.has('authorization')) return;
  if (world.ports.strict || request.headers.has('origin')) {
    throw new GraphError(401, 'unauthenticated', 'A preauthenticated URL takes no Authorization header.');
  }
  console.warn('emulator: a client sent an Authorization header to a preauthenticated URL');
}
