import { someBytes } from './memory-file';
import { createScene } from './scene';
import type { DriveItem } from '../../../../src/graph';

interface LibraryOptions {
  /** The first answer breaks after so many bytes. */
  readonly cutAt?: number;
  readonly ignoreRange?: boolean;
  /** How the first requests are refused. */
  readonly failures?: number[];
  readonly headers?: Record<string, string>;
}

/** A drive with two files in the root and a folder with a file, an empty folder and a notebook. */
export function createLibrary(options: LibraryOptions = {}) {
  const scene = createScene();
  const { drive } = scene;
  const add = (parentId: string, name: string, size: number) => {
    const target = { driveId: 'drive', parentId, name };
    const file = drive.store(target, someBytes(size, name.length), 'fail');
    if (!file) throw new Error('taken');
    return drive.toItem(file);
  };
  const items = [add('root', 'a.txt', 5000), add('root', 'b.txt', 300)] as const;
  drive.folders.push({ id: 'photos', parentId: 'root', name: 'Photos' });
  drive.folders.push({ id: 'empty', parentId: 'photos', name: 'Empty' });
  add('photos', 'c.jpg', 700);
  const folder: DriveItem = {
    id: 'photos',
    driveId: 'drive',
    name: 'Photos',
    size: 700,
    parentReference: {},
    folder: {},
  };
  const requests: { url: string; init: RequestInit | undefined }[] = [];
  let cutAt = options.cutAt;
  scene.environment.onRequest.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    requests.push({ url, init });
    const status = options.failures?.shift();
    if (status !== undefined)
      return Promise.resolve(new Response('{}', { status, headers: options.headers ?? {} }));
    const id = new URL(url).pathname.slice(1);
    const content = drive.files.find((file) => file.id === id)?.content ?? new Uint8Array();
    const range = new Headers(init?.headers).get('Range');
    if (range && content.length === 0) return Promise.resolve(new Response('', { status: 416 }));
    const from = range && !options.ignoreRange ? Number(/\d+/.exec(range)?.[0]) : 0;
    const end = cutAt ?? content.length;
    cutAt = undefined;
    return Promise.resolve(answerWith(content.slice(from), end - from, from > 0 ? 206 : 200));
  };
  const breakAt = (at: number) => {
    cutAt = at;
  };
  return { ...scene, items, folder, requests, add, breakAt };
}

/** A body that breaks after `end` bytes where that is not all of it. */
export function answerWith(bytes: Uint8Array<ArrayBuffer>, end: number, status: number): Response {
  const chunks = [bytes.slice(0, end)];
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      const chunk = chunks.shift();
      if (chunk) controller.enqueue(chunk);
      else if (end < bytes.length) controller.error(new TypeError('broken'));
      else controller.close();
    },
  });
  return new Response(body, { status });
}
