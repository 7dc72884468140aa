import { onItem } from '../address/on-item';
import { foundItem } from '../address/resolve';
import type { Route } from '../protocol/route';
import { READ_FILES, WRITE_FILES } from '../protocol/scopes';
import type { ItemCall } from '../world';
import { commitSession } from './commit-session';
import { putContent } from './content-write';
import { createUploadSession } from './create-upload-session';
import { previewItem } from './preview';
import { readContent } from './read-content';
import { readThumbnails } from './thumbnails';

const readThumbnailsOf: Route<ItemCall>['handle'] = (call, args) =>
  readThumbnails(call, foundItem(call.place), args);

export const bytesRoutes: readonly Route<ItemCall>[] = [
  {
    method: 'GET',
    path: 'content',
    needs: READ_FILES,
    cost: 1,
    handle: onItem(readContent),
  },
  {
    method: 'PUT',
    path: 'content',
    needs: { ...WRITE_FILES, hidesNew: true },
    cost: 2,
    streams: true,
    handle: (call) => putContent(call, call.place),
  },
  { method: 'PUT', path: '', needs: WRITE_FILES, cost: 2, handle: (call) => commitSession(call, call.place) },
  {
    method: 'POST',
    path: 'createuploadsession',
    needs: WRITE_FILES,
    cost: 2,
    handle: (call) => createUploadSession(call, call.place),
  },
  { method: 'POST', path: 'preview', needs: READ_FILES, cost: 1, handle: onItem(previewItem) },
  { method: 'GET', path: 'thumbnails', needs: READ_FILES, cost: 1, handle: readThumbnailsOf },
  { method: 'GET', path: 'thumbnails/{}', needs: READ_FILES, cost: 1, handle: readThumbnailsOf },
  { method: 'GET', path: 'thumbnails/{}/{}', needs: READ_FILES, cost: 1, handle: readThumbnailsOf },
  {
    method: 'GET',
    path: 'thumbnails/{}/{}/content',
    needs: READ_FILES,
    cost: 1,
    handle: (call, [id, name]) =>
      readThumbnails(call, foundItem(call.place), [id ?? '', name ?? '', 'content']),
  },
];
