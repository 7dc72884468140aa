import { createNodeRequest } from './node-request';
import { plainFetch } from './plain-fetch';

/** How requests reach an emulator, and how to tell that nothing happens any more but by a timer. */
export interface Wire {
  readonly fetch: typeof globalThis.fetch;
  readonly createRequest: () => XMLHttpRequest;
  /** One turn of the event loop, in which what can happen does. */
  readonly turn: () => Promise<void>;
  /**
   * So many turns without a sign of life, and only a timer can go on; more of them while a request is under way that
   * may never be answered. Not milliseconds: the emulator runs in this loop too, and where the machine is busy all take
   * longer.
   */
  readonly quiet: { readonly nothing: number; readonly request: number };
  /** Requests that will never be answered, where that is known. */
  readonly stalled?: () => number;
}

/** Real HTTP. */
export const httpWire: Wire = {
  fetch: plainFetch,
  createRequest: createNodeRequest,
  turn: () => new Promise((resolve) => setTimeout(resolve, 1)),
  quiet: { nothing: 10, request: 40 },
};
