import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';

/**
 * `fetch` whose body comes as it arrives, so that it can break off or stall in its middle. As `plainFetch` it uses no
 * connection twice.
 *
 * @param onEnd told once when nothing more comes
 */
export function streamFetch(
  input: string | URL | Request,
  init: RequestInit,
  onEnd: () => void,
): Promise<Response> {
  const request = new Request(input, init);
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(request.url, { method: request.method, agent: false });
    request.headers.forEach((value, name) => outgoing.setHeader(name, value));
    init.signal?.addEventListener('abort', () => outgoing.destroy(), { once: true });
    outgoing.on('close', onEnd);
    outgoing.on('error', () => reject(new TypeError('fetch failed')));
    outgoing.on('response', (answer) => resolve(toResponse(answer, outgoing)));
    outgoing.end();
  });
}

function toResponse(answer: IncomingMessage, outgoing: ClientRequest): Response {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => {
      answer.on('data', (chunk: Buffer) => controller.enqueue(new Uint8Array(chunk)));
      answer.on('end', () => controller.close());
      answer.on('error', () => controller.error(new TypeError('network error')));
    },
    cancel: () => void outgoing.destroy(),
  });
  const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return new Response(body, { status: answer.statusCode ?? 0, headers });
}
