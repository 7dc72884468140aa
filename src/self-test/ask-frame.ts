import { withDeadline, type Environment } from '../lib';
import { createHiddenFrame } from './hidden-frame';

/** An address that is to be shown in a hidden frame, as the identity library shows it. */
export interface FrameQuestion {
  readonly environment: Pick<Environment, 'after'>;
  readonly signal: AbortSignal;
  readonly address: string;
  /** The redirect page is expected to broadcast its answer under this id. */
  readonly id: string;
  /** Milliseconds until there must be an answer. */
  readonly deadline: number;
  /** Milliseconds from the moment on at which the frame has loaded, where it loads once and no more. */
  readonly afterLoad?: number | undefined;
}

export type FrameAnswer =
  | { readonly kind: 'answered'; readonly parameters: URLSearchParams }
  /** Nothing was told. `shown`: what the frame holds; undefined where it holds no page of this origin. */
  | { readonly kind: 'silent'; readonly shown: string | undefined };

/** As MSAL's own frames: the redirect page may run its script, and nothing that it holds may leave the frame. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms';

export async function askFrame(question: FrameQuestion): Promise<FrameAnswer> {
  const { environment, signal, address, id, deadline, afterLoad } = question;
  const channel = new BroadcastChannel(id);
  const frame = createHiddenFrame(SANDBOX);
  try {
    return await withDeadline(environment, deadline + 1_000, signal, () => {
      const silence = () => ({ kind: 'silent' as const, shown: readPage(frame) });
      return new Promise<FrameAnswer>((resolve) => {
        const stopWaiting = environment.after(deadline, () => resolve(silence()));
        channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
          stopWaiting();
          resolve({ kind: 'answered', parameters: readPayload(data) });
        });
        frame.addEventListener('load', () => {
          if (afterLoad !== undefined) environment.after(afterLoad, () => resolve(silence()));
        });
        frame.src = address;
        document.body.append(frame);
      });
    });
  } finally {
    channel.close();
    frame.remove();
  }
}

function readPayload(data: unknown): URLSearchParams {
  const payload: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'payload') : '';
  return new URLSearchParams(typeof payload === 'string' ? payload : '');
}

function readPage(frame: HTMLIFrameElement): string | undefined {
  // An error page of the browser's belongs to nobody, and neither does one of another origin to us.
  const html = frame.contentDocument?.documentElement.outerHTML;
  return frame.contentDocument?.URL === 'about:blank' ? undefined : html;
}
