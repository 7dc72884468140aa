import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';

/** As much of XMLHttpRequest as transfers need, over real HTTP: Node has none of its own. */
export function createNodeRequest(): XMLHttpRequest {
  const target = new EventTarget();
  const upload = new EventTarget();
  let outgoing: ClientRequest | undefined;
  let answered: IncomingMessage | undefined;
  let isOver = false;
  const end = (name: 'load' | 'error') => {
    if (isOver) return;
    isOver = true;
    target.dispatchEvent(new Event(name));
  };
  const xhr = Object.assign(target, {
    upload,
    withCredentials: false,
    status: 0,
    responseText: '',
    open: (method: string, address: string) => {
      // No connection is used twice: Node would try again by itself where one has ended.
      outgoing = httpRequest(address, { method, agent: false });
    },
    setRequestHeader: (name: string, value: string) => void outgoing?.setHeader(name, value),
    getAllResponseHeaders: () =>
      Object.entries(answered?.headers ?? {})
        .map(([name, value]) => `${name}: ${String(value)}\r\n`)
        .join(''),
    getResponseHeader: (name: string) => {
      const value = answered?.headers[name.toLowerCase()];
      return typeof value === 'string' ? value : null;
    },
    abort: () => {
      isOver = true;
      outgoing?.destroy();
    },
    send: async (content?: Blob | Uint8Array<ArrayBuffer>) => {
      const body =
        content && (content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content);
      if (isOver) return;
      outgoing?.on('error', () => end('error'));
      outgoing?.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => end('error'));
        response.on('end', () => {
          answered = response;
          Object.assign(xhr, {
            status: response.statusCode,
            responseText: Buffer.concat(chunks).toString('utf8'),
          });
          end('load');
        });
      });
      outgoing?.end(body, () => {
        if (!isOver && body)
          upload.dispatchEvent(Object.assign(new Event('progress'), { loaded: body.length }));
      });
    },
  });
  return xhr as unknown as XMLHttpRequest;
}
