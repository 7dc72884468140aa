import type { Comparison } from './comparison';
import type { Contestant } from './contestants';
import type { BenchOptions } from './options';

/** What each part of the bench works with. */
export interface Surroundings extends Pick<BenchOptions, 'counts' | 'runs'> {
  /** Of the server with all pages. */
  readonly origin: string;
  /** Those that could be installed and built. */
  readonly peers: readonly Contestant[];
  /** By contestant and number of items, in words: those that are not tried a second time. */
  readonly hopeless: Map<string, string>;
  /** Progress, for whoever waits. */
  readonly tell: (line: string) => void;
}

/** What each part gives. */
export interface PartReport {
  /** Markdown. */
  readonly text: string;
  readonly comparisons: readonly Comparison[];
  /** Of the others, who could not be had, and why. */
  readonly leftOut: readonly string[];
  /** Every number, for --json. */
  readonly results: unknown;
}

/** The page of a contestant with that many items. */
export function addressOf(origin: string, { name }: Contestant, items: number): string {
  return `${origin}/${name}/?items=${items}`;
}
