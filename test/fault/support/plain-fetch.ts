import { request as httpRequest, type IncomingMessage } from 'node:http';

/**
 * `fetch` with a connection of its own for each request: those of Node's are used again, and one that the emulator has
 * just ended looks like a fault that nobody scripted.
 */
export function plainFetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const request = new Request(input, init);
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(request.url, { method: request.method, agent: false });
    const stop = () => {
      outgoing.destroy();
      reject(new DOMException('aborted', 'AbortError'));
    };
    const fail = () => reject(new TypeError('fetch failed'));
    init.signal?.addEventListener('abort', stop, { once: true });
    request.headers.forEach((value, name) => outgoing.setHeader(name, value));
    outgoing.on('error', fail);
    outgoing.on('response', (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', fail);
      answer.on('end', () => resolve(toResponse(answer, Buffer.concat(chunks))));
    });
    void request.arrayBuffer().then((body) => outgoing.end(Buffer.from(body)), stop);
  });
}

function toResponse({ statusCode: status = 0, headers }: IncomingMessage, body: Buffer): Response {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  const isEmpty = [204, 205, 304].includes(status);
  return new Response(isEmpty ? null : new Uint8Array(body), { status, headers: entries });
}
