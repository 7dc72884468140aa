/** What a fake request hands to the server. */
export interface SentRequest {
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
  readonly withCredentials: boolean;
  readonly aborted: () => boolean;
  readonly progress: (loaded: number) => void;
  readonly answer: (answer: { status: number; body?: unknown; headers?: Record<string, string> }) => void;
  readonly fail: () => void;
}

/** As much of XMLHttpRequest as the upload host needs. */
export function createFakeRequest(onSend: (request: SentRequest) => void): XMLHttpRequest {
  const target = new EventTarget();
  const upload = new EventTarget();
  const headers: Record<string, string> = {};
  let method = '';
  let address = '';
  let over = false;
  let received = { status: 0, body: '', headers: {} as Record<string, string> };
  const xhr = Object.assign(target, {
    upload,
    withCredentials: true,
    status: 0,
    responseText: '',
    open: (verb: string, url: string) => {
      method = verb;
      address = url;
    },
    setRequestHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    getAllResponseHeaders: () =>
      Object.entries(received.headers)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join(''),
    getResponseHeader: (name: string) => {
      const value = received.headers[name.toLowerCase()];
      // Browsers put it into the console of the page, as an error.
      if (value === undefined) throw new TypeError(`Refused to get unsafe header "${name}"`);
      return value;
    },
    abort: () => {
      over = true;
    },
    send: async (content?: Blob | Uint8Array<ArrayBuffer>) => {
      const body = content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content;
      onSend({
        method,
        address,
        headers,
        body,
        withCredentials: xhr.withCredentials,
        aborted: () => over,
        progress: (loaded) => {
          if (!over) upload.dispatchEvent(Object.assign(new Event('progress'), { loaded }));
        },
        answer: ({ status, body: json, headers: answered = {} }) => {
          if (over) return;
          over = true;
          const text = typeof json === 'string' ? json : json === undefined ? '' : JSON.stringify(json);
          received = { status, body: text, headers: answered };
          Object.assign(xhr, { status, responseText: text });
          target.dispatchEvent(new Event('load'));
        },
        fail: () => {
          if (over) return;
          over = true;
          target.dispatchEvent(new Event('error'));
        },
      });
    },
  });
  return xhr as unknown as XMLHttpRequest;
}
