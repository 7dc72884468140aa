import type { Content } from '../model/content';
import type { Drive } from '../model/drive';
import { eTagOf } from '../model/item-tags';
import { mimeTypeOf } from '../model/mime-types';
import type { FileItem } from '../model/model';
import { conditionOf, rangeHolds } from './download-conditions';
import { seenThrough } from './seen-through';
import type { FileGrant } from '../world';

/** Bytes that can be fetched, under the name and the tag they go by. */
export interface Download {
  readonly name: string;
  readonly eTag: string;
  readonly modified: number;
  readonly content: Content;
}

/** What a preauthenticated URL leads to by now. */
export function downloadOf(grant: FileGrant): Download {
  const { file } = grant;
  const { content, modified, number, tag } = seenThrough(grant);
  // Other bytes than the file's own must not go by the file's tag, nor those of a version once by it, once not.
  const isFile = 'viewer' in grant && number === file.contentVersion;
  const eTag = isFile ? eTagOf(file) : `"{${file.guid.toUpperCase()}},v${tag}"`;
  return { name: file.name, eTag, modified, content };
}

/** The bytes of a file, or the one range of them that was asked for; to be saved, or to be shown in a page. */
export function downloadResponse(request: Request, file: Download, use: 'save' | 'show' = 'save'): Response {
  const { size } = file.content;
  const headers = headersOf(file, use);
  const condition = conditionOf(request, file);
  if (condition !== 'none')
    return new Response(null, { status: condition === 'changed' ? 412 : 304, headers });
  const range = rangeHolds(request, file) ? readRange(request.headers.get('range') ?? '', size) : null;
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${size}`);
    headers.delete('Content-Disposition');
    return new Response(null, { status: 416, headers });
  }
  const [start, end] = range ?? [0, size];
  headers.set('Content-Length', String(end - start));
  if (range !== null) headers.set('Content-Range', `bytes ${start}-${end - 1}/${size}`);
  const body = request.method === 'HEAD' ? null : file.content.open(start, end);
  return new Response(body, { status: range === null ? 200 : 206, headers });
}

function headersOf(file: Download, use: 'save' | 'show'): Headers {
  const type = mimeTypeOf(file.name);
  const headers = new Headers({
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-store',
    'Content-Disposition': disposition(use === 'save' ? 'attachment' : 'inline', file.name),
    'Content-Type': type,
    ETag: file.eTag,
    'Last-Modified': new Date(file.modified).toUTCString(),
    'X-Content-Type-Options': 'nosniff',
  });
  // Files are strangers' bytes: nothing in them may run as a page of this host. Browsers show a PDF in
  // a viewer that is no page of it, and none in a sandbox.
  if (use === 'save' || type !== 'application/pdf') headers.set('Content-Security-Policy', 'sandbox');
  return headers;
}

/** Start and end of a single satisfiable range; null means the whole, as several ranges do. */
function readRange(header: string, size: number): readonly [number, number] | 'unsatisfiable' | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : [size - length, size];
  }
  const start = Number(first);
  const end = last === '' ? size : Math.min(Number(last) + 1, size);
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'unsatisfiable' : [start, end];
}

function disposition(kind: 'attachment' | 'inline', name: string): string {
  const plain = name.replaceAll(/[^ -~]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** True while the file still is in its drive. */
export function isAlive(drive: Drive, file: FileItem): boolean {
  return drive.items.has(file.id);
}
