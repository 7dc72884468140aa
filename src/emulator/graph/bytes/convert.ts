import { extensionOf, isPicture } from '../model/mime-types';
import type { FileItem } from '../model/model';
import { redirect, type Answer } from '../protocol/answer';
import { GraphError, invalidRequest } from '../protocol/graph-error';
import type { DriveCall, FileGrant } from '../world';
import { readText } from './read-text';
import { seenThrough } from './seen-through';
import { textPdf } from './text-pdf';
import { LARGEST_SIDE, isSide, thumbnailUrl } from './thumbnails';

export const PDF_PATH = '/transform/pdf';
/** What the documents convert into PDF and the emulator can too: that which is text in itself. */
const TEXT_SOURCES = new Set(['csv', 'md']);
const MOST_TEXT = 4 * 1024 * 1024;

/** `GET {item}/content?format=`: the converted bytes are elsewhere, like the file's own. */
export function convertedContent(call: DriveCall, file: FileItem, format: string): Answer {
  switch (format.toLowerCase()) {
    case 'pdf':
      if (!TEXT_SOURCES.has(extensionOf(file.name))) throw notConvertible();
      return redirect(pdfUrl(call, file));
    case 'jpg':
      if (!isPicture(file.name)) throw notConvertible();
      return redirect(thumbnailUrl(call, file, { ...wantedSize(call.url.searchParams), crop: false }));
    default:
      throw notConvertible();
  }
}

function notConvertible(): GraphError {
  return new GraphError(
    406,
    'notSupported',
    'The emulator converts csv and md into pdf, and pictures into jpg.',
    { inner: 'invalidAcceptType' },
  );
}

/** Both are required (microsoft-graph-docs, driveItem: get content format). */
function wantedSize(search: URLSearchParams): { readonly width: number; readonly height: number } {
  const [width = 0, height = 0] = ['width', 'height'].map((name) => Number(search.get(name) ?? Number.NaN));
  if (isSide(width) && isSide(height)) return { width, height };
  throw invalidRequest(`format=jpg needs a width and a height from 1 to ${LARGEST_SIDE}.`, 'badArgument');
}

function pdfUrl({ world, drive, user }: DriveCall, file: FileItem): string {
  const query = new URLSearchParams({
    provider: 'spo',
    inputFormat: extensionOf(file.name),
    docid: file.guid,
    tempauth: world.views.issue({ drive, file, viewer: user.oid }),
  });
  return `${world.ports.origins.bytes}${PDF_PATH}?${query}`;
}

/** @throws GraphError 406 for text whose letters the PDF's own fonts do not have: no question marks in their place. */
export async function pdfResponse(grant: FileGrant): Promise<Response> {
  const { text, whole } = await readText(seenThrough(grant).content, MOST_TEXT);
  const pdf = whole ? textPdf(text) : undefined;
  if (pdf === undefined) throw notConvertible();
  return new Response(pdf, {
    headers: { 'Content-Type': 'application/pdf', 'Content-Length': String(pdf.length) },
  });
}
