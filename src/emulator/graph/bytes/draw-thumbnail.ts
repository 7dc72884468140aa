import { GraphError } from '../protocol/graph-error';
import type { FileGrant, World } from '../world';
import { seenThrough } from './seen-through';
import { isSide } from './thumbnails';

const KEPT = 600;

/** The small picture a thumbnail URL shows; drawn once for each content and size. */
export async function thumbnailResponse(
  world: World,
  grant: FileGrant,
  query: URLSearchParams,
): Promise<Response> {
  const shape = {
    width: side(query.get('width')),
    height: side(query.get('height')),
    fit: query.get('cropmode') === 'fill' ? ('cover' as const) : ('inside' as const),
    upright: query.get('originalOrientation') !== 'true',
  };
  const { content, tag } = seenThrough(grant);
  const key = [grant.drive.id, grant.file.id, tag, ...Object.values(shape)].join(' ');
  let drawing = world.drawn.get(key);
  if (drawing === undefined) {
    drawing = world.options.thumbnailer.shrink(content.open(0, content.size), shape);
    remember(world, key, drawing);
  }
  try {
    const bytes = await drawing;
    const headers = {
      'Content-Type': 'image/jpeg',
      'Content-Length': String(bytes.length),
      'Cache-Control': 'private, max-age=3600',
    };
    return new Response(bytes, { status: 200, headers });
  } catch {
    world.drawn.delete(key);
    throw new GraphError(406, 'notSupported', 'No thumbnail can be made of this file.');
  }
}

function remember(world: World, key: string, drawing: Promise<Uint8Array<ArrayBuffer>>): void {
  world.drawn.set(key, drawing);
  const [oldest] = world.drawn.keys();
  if (world.drawn.size > KEPT && oldest !== undefined) world.drawn.delete(oldest);
}

function side(value: string | null): number {
  const pixels = Number(value);
  if (isSide(pixels)) return pixels;
  throw new GraphError(400, 'invalidRequest', 'The size of the thumbnail is not valid.');
}
