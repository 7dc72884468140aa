/** A request on its way from the service worker to the page that holds the emulator. */
export interface AskedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Blob | null;
}

/** What the page makes of it; `cut` is a connection that ends without an answer. */
export type GivenAnswer =
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly headers: readonly (readonly [string, string])[];
      readonly body: Blob | null;
    }
  | { readonly kind: 'cut' };

/** What a page says to the worker: “take me under your control, and tell me the id you know me by”. */
export const INTRODUCTION = 'introduction';

/** The one file of the demo that a page asks for and that is not on the server: where the emulator is. */
export const CONFIGURATION_FILE = 'onedrive.config.json';

/** Sends a message with a way to answer it, and waits for the answer. */
export function ask<Answer>(
  target: { postMessage(message: unknown, transfer: Transferable[]): void },
  message: unknown,
): Promise<Answer> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      port1.close();
      resolve(data);
    });
    port1.start();
    target.postMessage(message, [port2]);
  });
}
