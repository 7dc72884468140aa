import { sleep, toOneDriveError, withDeadline } from '../lib';
import type { CheckContext } from './check-context';

export type HostAnswer =
  | { readonly kind: 'answered'; readonly response: Response; readonly body: ArrayBuffer }
  /** The page's own policy forbids it. */
  | { readonly kind: 'blocked' }
  /** No connection, no certificate, no CORS, a proxy: to a page they look alike. */
  | { readonly kind: 'unreachable'; readonly timedOut: boolean };

type Asking = Pick<CheckContext, 'environment' | 'page' | 'signal' | 'deadline'>;

/** One request, as the control makes it: without cookies, and the answer is read to its end. */
export async function askHost(
  { environment, page, signal, deadline }: Asking,
  address: string,
  init: RequestInit = {},
): Promise<HostAnswer> {
  const watch = page.watchPolicy();
  try {
    return await withDeadline(environment, deadline, signal, async (inner) => {
      const response = await environment.fetch(address, {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        ...init,
        signal: inner,
      });
      return { kind: 'answered' as const, response, body: await response.arrayBuffer() };
    });
  } catch (cause) {
    const { code } = toOneDriveError(cause);
    if (code === 'cancelled') throw cause;
    // The browser tells of its refusal after the request has failed.
    await sleep(environment, 0, signal);
    if (watch.refused(address, 'connect-src')) return { kind: 'blocked' };
    return { kind: 'unreachable', timedOut: code === 'timed-out' };
  } finally {
    watch.end();
  }
}

/** The JSON of an answer, or nothing: what is not JSON is no answer of the service. */
export function readJson({ body }: { readonly body: ArrayBuffer }): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

export function readText({ body }: { readonly body: ArrayBuffer }): string {
  return new TextDecoder().decode(body);
}
