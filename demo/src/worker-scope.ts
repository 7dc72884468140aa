// The part of a service worker's world that the demo uses: TypeScript has it in a library of its own, which can't be
// loaded beside that of pages.

interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends WaitingEvent {
  readonly request: Request;
  /** Of the page that asks; empty where a window is opened. */
  readonly clientId: string;
  respondWith(answer: Promise<Response>): void;
}

interface Client {
  readonly id: string;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

export interface MessageFromPage extends WaitingEvent {
  readonly data: unknown;
  readonly source: Client | null;
  readonly ports: readonly MessagePort[];
}

interface Events {
  install: WaitingEvent;
  activate: WaitingEvent;
  message: MessageFromPage;
  fetch: FetchEvent;
}

export interface WorkerScope {
  readonly location: { readonly href: string };
  readonly clients: {
    claim(): Promise<void>;
    get(id: string): Promise<Client | undefined>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): void;
}
