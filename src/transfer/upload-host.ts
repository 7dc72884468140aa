import type { FailedAnswer } from '../graph';
import { explainLostRequest, OneDriveError, revealSecretUrl, type Environment, type SecretUrl } from '../lib';

/** A request that shows no sign of life for so long (milliseconds) is given up. */
const STALLED_AFTER = 60_000;

export type HostAnswer = FailedAnswer;

interface Fragment {
  readonly bytes: Blob | Uint8Array<ArrayBuffer>;
  /** Offset of the first byte in the file. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Bytes of the whole file. */
  readonly total: number;
}

export interface HostRequest {
  readonly method: 'PUT' | 'GET' | 'DELETE';
  readonly uploadUrl: SecretUrl;
  readonly fragment?: Fragment;
  /** Bytes of this request that have left. */
  readonly onProgress?: (loaded: number) => void;
  readonly signal?: AbortSignal;
}

/** Where the throttle gate keeps the upload host. */
export function hostOf(address: SecretUrl): string {
  return new URL(revealSecretUrl(address)).host;
}

/**
 * One request to a preauthenticated upload URL: no Authorization (it causes 401: DOC#495), no header but
 * Content-Range and Content-Type (others break the host's CORS: JS#220), no cookies. Any HTTP answer resolves.
 *
 * @throws OneDriveError `offline`, `configuration-invalid` (the page's policy), `timed-out` (stalled), `cancelled`; never with the address
 */
export function askUploadHost(environment: Environment, request: HostRequest): Promise<HostAnswer> {
  const { signal } = request;
  return new Promise((resolve, reject) => {
    const xhr = environment.createRequest();
    const watch = watchForStall(environment, () => fail(new OneDriveError('timed-out')));
    const leave = () => {
      watch.end();
      signal?.removeEventListener('abort', stop);
    };
    const fail = (error: OneDriveError) => {
      leave();
      reject(error);
      xhr.abort();
    };
    const stop = () => fail(new OneDriveError('cancelled'));

    xhr.addEventListener('load', () => {
      leave();
      resolve(readAnswer(xhr));
    });
    xhr.addEventListener('error', () => {
      void explainLostRequest(environment, revealSecretUrl(request.uploadUrl)).then(fail);
    });
    xhr.upload.addEventListener('progress', ({ loaded }) => {
      watch.alive();
      request.onProgress?.(loaded);
    });
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop, { once: true });
    send(xhr, request);
  });
}

function send(xhr: XMLHttpRequest, { method, uploadUrl, fragment }: HostRequest): void {
  xhr.open(method, revealSecretUrl(uploadUrl));
  xhr.withCredentials = false;
  if (!fragment) return xhr.send();
  const { bytes, start, end, total } = fragment;
  xhr.setRequestHeader('Content-Range', `bytes ${start}-${end - 1}/${total}`);
  xhr.setRequestHeader('Content-Type', 'application/octet-stream');
  xhr.send(bytes);
}

function readAnswer(xhr: XMLHttpRequest): HostAnswer {
  const { status, responseText } = xhr;
  const readable = `\n${xhr.getAllResponseHeaders().toLowerCase()}`;
  // Browsers write an error into the page's console where one is asked for that the page may not read.
  const isReadable = (name: string) => readable.includes(`\n${name.toLowerCase()}:`);
  return {
    status,
    body: responseText,
    header: (name) => (isReadable(name) ? xhr.getResponseHeader(name) : null),
  };
}

/** One timer that looks back, instead of a new one for every progress event. */
function watchForStall(environment: Environment, onStall: () => void) {
  let lastSign = environment.now();
  let cancel = () => {};
  const wait = (milliseconds: number) => {
    cancel = environment.after(milliseconds, () => {
      const rest = lastSign + STALLED_AFTER - environment.now();
      if (rest > 0) wait(rest);
      else onStall();
    });
  };
  wait(STALLED_AFTER);
  return {
    alive: () => {
      lastSign = environment.now();
    },
    end: () => cancel(),
  };
}
