import type { DriveItem } from '../../drive';
import { extensionOf, fileTypeOf } from '../file-list/file-type';

/** How a file is shown. */
export type PreviewKind =
  /** The browser draws it. */
  | { readonly kind: 'image'; readonly type: string }
  /** The browser plays it. */
  | { readonly kind: 'media'; readonly element: 'video' | 'audio' }
  | { readonly kind: 'text' | 'markdown' | 'table' }
  /** The service has a page of it. */
  | { readonly kind: 'page' }
  /** The service makes a picture of it: of a document, its first page. */
  | { readonly kind: 'picture'; readonly isPage: boolean }
  | { readonly kind: 'none' };

/**
 * What browsers draw, by the type that a picture is given to them as. Nothing that could be a document is among them:
 * an SVG is drawn as a picture, in which nothing runs and nothing is loaded.
 */
const IMAGE_TYPES: Readonly<Record<string, string | undefined>> = {
  avif: 'image/avif',
  bmp: 'image/bmp',
  gif: 'image/gif',
  ico: 'image/x-icon',
  jfif: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** What browsers play, as far as the name tells. */
const PLAYED = /^(?:aac|flac|m4a|m4v|mov|mp3|mp4|oga|ogg|ogv|opus|wav|webm)$/;

/** How the control shows a file, by its name and by what its drive can do. */
export function previewKindOf(item: DriveItem): PreviewKind {
  const extension = extensionOf(item);
  const type = fileTypeOf(item);
  switch (type) {
    case 'image': {
      const drawn = IMAGE_TYPES[extension];
      return drawn ? { kind: 'image', type: drawn } : { kind: 'picture', isPage: false };
    }
    case 'video':
    case 'audio':
      return PLAYED.test(extension) ? { kind: 'media', element: type } : ofService(item, false);
    case 'code':
      return { kind: 'text' };
    case 'text':
      return { kind: /^(?:md|markdown)$/.test(extension) ? 'markdown' : 'text' };
    case 'spreadsheet':
      return /^[ct]sv$/.test(extension) ? { kind: 'table' } : ofService(item, true);
    case 'document':
    case 'email':
    case 'pdf':
    case 'presentation':
      return ofService(item, true);
    case 'archive':
    case 'folder':
    case 'generic':
    case 'notebook':
    case 'program':
      return { kind: 'none' };
  }
}

/** Of a personal drive the service has no pages (protocol 5.3), only pictures. */
function ofService({ parentReference }: DriveItem, isPage: boolean): PreviewKind {
  return parentReference.driveType === 'personal' ? { kind: 'picture', isPage } : { kind: 'page' };
}
