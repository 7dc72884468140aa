import { invalidRequest, itemNotFound } from '../protocol/graph-error';
import { versionSeenBy } from '../model/checkout';
import { extensionOf, isPicture } from '../model/mime-types';
import type { FileItem, FileVersion, Item } from '../model/model';
import { redirect, type Answer } from '../protocol/answer';
import type { Selection } from '../protocol/selected';
import type { ItemView } from '../world';

type Json = Record<string, unknown>;
type Image = FileVersion['image'];

interface Shape {
  readonly width: number;
  readonly height: number;
  readonly crop: boolean;
}

const SIDES: Readonly<Record<string, number>> = { small: 96, medium: 176, large: 800 };
const USUAL = ['small', 'medium', 'large'];
/** In pixels. */
export const LARGEST_SIDE = 2_000;

export function isSide(pixels: number): boolean {
  return Number.isInteger(pixels) && pixels > 0 && pixels <= LARGEST_SIDE;
}

/** The item's thumbnail sets: one for a picture, none for anything else, always an array. */
export function thumbnailSets(view: ItemView, item: Item, names: Selection): Json[] {
  if (item.kind !== 'file' || !isPicture(item.name)) return [];
  const { image } = versionSeenBy(item, view.user.oid);
  const wanted = [...(names ?? USUAL)].filter((name) => name !== 'id');
  const set: Json = { id: '0' };
  for (const name of wanted) {
    const shape = shapeOf(name, image);
    if (shape === undefined)
      throw invalidRequest(`The thumbnail '${name}' is not known.`, 'invalidQueryOption');
    set[name] = { ...fitted(shape, image), url: thumbnailUrl(view, item, shape) };
  }
  return [set];
}

/** `{item}/thumbnails` and what may follow it. */
export function readThumbnails(view: ItemView, item: Item, rest: readonly string[]): Answer {
  const [id, name, content] = rest;
  const sets = thumbnailSets(view, item, name === undefined ? view.options.select : new Set([name]));
  if (id === undefined) return { status: 200, context: 'thumbnails', body: { value: sets } };
  const set = id === '0' ? sets[0] : undefined;
  if (set === undefined) throw itemNotFound('The thumbnail does not exist.');
  if (name === undefined) return { status: 200, context: 'thumbnails/$entity', body: set };
  const one = set[name];
  if (!isThumbnail(one)) throw itemNotFound('The thumbnail does not exist.');
  if (content?.toLowerCase() === 'content') return redirect(one.url);
  return { status: 200, context: 'thumbnails/$entity', body: one };
}

function isThumbnail(value: unknown): value is { readonly url: string } {
  return typeof value === 'object' && value !== null && 'url' in value && typeof value.url === 'string';
}

/** `small`, `largeSquare`, `source`, `c300x400`, `c300x400_crop`. */
function shapeOf(name: string, image: Image): Shape | undefined {
  const square = /^(small|medium|large)Square$/.exec(name)?.[1];
  const side = SIDES[square ?? name];
  if (side !== undefined) return { width: side, height: side, crop: square !== undefined };
  if (name === 'source') return { width: LARGEST_SIDE, height: LARGEST_SIDE, crop: false, ...image };
  const [, width, height, crop] = /^c(\d{1,4})x(\d{1,4})(_crop)?$/i.exec(name) ?? [];
  if (width === undefined || height === undefined) return undefined;
  const box = { width: Number(width), height: Number(height), crop: crop !== undefined };
  return isSide(box.width) && isSide(box.height) ? box : undefined;
}

/** A preauthenticated address of the picture in this shape. */
export function thumbnailUrl(view: ItemView, file: FileItem, shape: Shape): string {
  const { world, drive, options, user } = view;
  const query = new URLSearchParams({
    provider: 'spo',
    inputFormat: extensionOf(file.name),
    docid: file.guid,
    width: String(shape.width),
    height: String(shape.height),
    cropmode: shape.crop ? 'fill' : 'none',
    ...(drive.driveType === 'personal' && options.originalOrientation ? { originalOrientation: 'true' } : {}),
    tempauth: world.thumbnails.issue({ drive, file, viewer: user.oid }),
  });
  return `${world.ports.origins.bytes}/transform/thumbnail?${query}`;
}

/** Where the picture's own size is known the true one, otherwise the box asked for. */
function fitted(shape: Shape, image: Image): { width: number; height: number } {
  if (shape.crop || image === undefined) return { width: shape.width, height: shape.height };
  const scale = Math.min(1, shape.width / image.width, shape.height / image.height);
  return {
    width: Math.max(1, Math.round(image.width * scale)),
    height: Math.max(1, Math.round(image.height * scale)),
  };
}
