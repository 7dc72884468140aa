import { parseAddress, type Address } from './address/address';
import type { Answer } from './protocol/answer';
import { redirect } from './protocol/answer';
import { listChildren } from './lists/children';
import { commitSession } from './bytes/commit-session';
import { copyItem } from './changes/copy';
import { putContent } from './bytes/content-write';
import { createUploadSession } from './bytes/create-upload-session';
import { deltaToken, readDelta } from './lists/delta';
import { driveJson, readDrive } from './items/drive-json';
import { GraphError, invalidRequest } from './protocol/graph-error';
import { createDownloadUrl } from './items/item-json';
import { isUnchanged } from './model/item-tags';
import { createFolder, deleteItem, patchItem, readItem } from './items/items';
import { readMe, unknownSegment } from './items/me';
import type { FolderItem, Item } from './model/model';
import { driveOf, foundItem, resolveDrive, resolvePlace, type Place } from './address/resolve';
import { requireFiles } from './protocol/scopes';
import { search, searchText } from './lists/search';
import { readThumbnails } from './bytes/thumbnails';
import type { Call, DriveCall } from './world';

/** Finds what a request means and lets it be done. */
export async function route(call: Call): Promise<Answer> {
  const address = parseAddress(call.url.pathname.replace(/^\/v1\.0/i, ''));
  if (address.kind === 'unknown') throw unknownSegment(address.segment);
  if (address.kind === 'me') {
    onlyReads(call);
    return readMe(call, address.action);
  }
  requireFiles(call.caller, isRead(call.request) ? 'read' : 'write');
  if (address.kind === 'drives') {
    onlyReads(call);
    const drive = driveOf(call.world, call.user);
    return {
      status: 200,
      context: 'drives',
      body: { value: [driveJson({ ...call, drive, base: '/drive' })] },
    };
  }
  const drive = resolveDrive(call.world, call.user, address.drive);
  const base = address.drive.by === 'me' ? '/drive' : `/drives/${drive.id}`;
  const inDrive: DriveCall = { ...call, drive, base };
  if (address.kind === 'item') return routeItem(inDrive, address);
  const [action] = address.action;
  const text = searchText(action ?? '');
  if (action !== undefined && text === undefined) throw unknownSegment(action);
  onlyReads(call);
  if (text !== undefined) return search(inDrive, drive.root, text);
  return readDrive(inDrive);
}

function isRead(request: Request): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}

function onlyReads({ request }: Call): void {
  if (!isRead(request)) throw methodNotAllowed();
}

function methodNotAllowed(): GraphError {
  return new GraphError(
    405,
    'Request_BadRequest',
    'Specified HTTP method is not allowed for the request target.',
  );
}

async function routeItem(call: DriveCall, address: Address & { kind: 'item' }): Promise<Answer> {
  const place = resolvePlace(call.drive, address);
  const [action = '', ...rest] = address.action;
  const method = call.request.method === 'HEAD' ? 'GET' : call.request.method;
  const wanted = `${method} ${action.toLowerCase()}`;
  if (rest.length > 0 && action.toLowerCase() !== 'thumbnails') throw unknownSegment(rest[0] ?? '');
  const text = method === 'GET' ? searchText(action) : undefined;
  if (text !== undefined) return search(call, foundItem(place), text);
  const token = method === 'GET' ? deltaToken(action) : false;
  if (token !== false) return readDelta(call, foundItem(place), token);
  switch (wanted) {
    case 'PUT content':
      return putContent(call, place);
    case 'PUT ':
      return commitSession(call, place);
    case 'POST createuploadsession':
      return createUploadSession(call, place);
    default:
      return routeExisting(call, place, wanted, rest);
  }
}

/** What can only be done with an item that is there. */
async function routeExisting(
  call: DriveCall,
  place: Place,
  wanted: string,
  rest: readonly string[],
): Promise<Answer> {
  const item = foundItem(place);
  switch (wanted) {
    case 'GET ':
      return readItem(call, item);
    case 'PATCH ':
      return patchItem(call, item);
    case 'DELETE ':
      return deleteItem(call, item);
    case 'POST copy':
      return copyItem(call, item);
    case 'GET children':
      return listChildren(call, folderOnly(item));
    case 'POST children':
      return createFolder(call, folderOnly(item));
    case 'GET content':
      return readContent(call, item);
    case 'GET thumbnails':
      return readThumbnails(call, item, rest);
    default: {
      const action = wanted.slice(wanted.indexOf(' ') + 1);
      throw ['', 'children', 'content', 'thumbnails', 'createuploadsession', 'copy'].includes(action)
        ? methodNotAllowed()
        : unknownSegment(action);
    }
  }
}

function folderOnly(item: Item): FolderItem {
  if (item.kind === 'folder') return item;
  throw invalidRequest('The item is not a folder.');
}

/** The bytes are elsewhere, behind a short-lived URL. */
function readContent(call: DriveCall, item: Item): Answer {
  if (item.kind === 'folder') throw new GraphError(400, 'notSupported', 'A folder has no content.');
  if (call.url.searchParams.has('format')) {
    throw new GraphError(406, 'notSupported', 'The emulator does not convert files.', {
      inner: 'invalidAcceptType',
    });
  }
  if (isUnchanged(call.request, call.drive, item)) return { status: 304 };
  return redirect(createDownloadUrl(call, item));
}
