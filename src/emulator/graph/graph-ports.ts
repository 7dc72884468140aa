import type { Caller, DemoGroup, DemoUser } from '../caller';
import type { Drive } from './model/drive';
import type { Policy } from './policy';
import type { LedgerEntry } from './ledger';
import type { Limits } from './throttling/limits';
import type { ContentStore, Thumbnailer } from '../store';

/** What the Graph part of the emulator needs from the world around it. */
export interface GraphPorts {
  readonly origins: { readonly graph: string; readonly bytes: string };
  readonly strict: boolean;
  /** Epoch milliseconds of the emulator's clock. */
  now(): number;
  /** The verified caller, or the ready 401 answer. */
  authorize(request: Request): Promise<Caller | Response>;
  users(): readonly DemoUser[];
  groups(): readonly DemoGroup[];
}

/** How the drives begin. */
export interface GraphOptions {
  readonly drive: 'demo' | 'empty' | 'large';
  /** How many files the first account's large drive holds; left out, 100,000. */
  readonly items?: number | undefined;
  /** Fills the first account's drive in place of what `drive` says; the others are empty then. */
  readonly plant?: ((drive: Drive) => Promise<void>) | undefined;
  readonly profile: 'business' | 'personal';
  /** Names are two where only an accent is composed differently; left out, they are one. */
  readonly distinctAccents?: boolean | undefined;
  /** Whether sharedWithMe and recent begin as they were before November 2026. */
  readonly retiredLists?: boolean | undefined;
  /** The limits of requests that hold from the start; left out, there are none. */
  readonly limits?: Limits | undefined;
  readonly contentStore: ContentStore;
  readonly thumbnailer: Thumbnailer;
}

export interface StateOptions {
  /** Whether each item is told, or only how many there are. */
  readonly items: boolean;
}

/** Graph's drive as a function from request to answer. */
export interface EmulatedGraph {
  /** The number is that of the request in the emulator's log. */
  handleGraph(request: Request, number?: number | null): Promise<Response>;
  handleBytes(request: Request, number?: number | null): Promise<Response>;
  /** Throttles by these limits from now on, or no longer. */
  limit(limits: Limits | undefined): void;
  /** What is left out stays as it was; a reset allows everything again. */
  setPolicy(change: { readonly [Name in keyof Policy]?: Policy[Name] | undefined }): void;
  /** Every write since the last reset, in order, and the uploads that are open, as plain JSON. */
  ledger(): { readonly writes: readonly LedgerEntry[]; readonly uploadSessions: readonly object[] };
  /** The truth for test oracles, as plain JSON; with every item of every drive, unless told otherwise. */
  state(options?: StateOptions): unknown;
  reset(): Promise<void>;
  close(): Promise<void>;
}
