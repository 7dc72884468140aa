/** A number, or why there is none. */
export type Figure = number | string;

/** One row of a table. */
export interface Comparison {
  readonly what: string;
  /** Less, unless it says otherwise. */
  readonly better?: 'less' | 'more';
  readonly ours: Figure;
  /** By the contestants' names; what is missing was not measured. */
  readonly peers: Readonly<Record<string, Figure>>;
  /** What the browser alone needs: nobody can be better, and nobody is judged by it. */
  readonly plain?: Figure;
  readonly digits?: number;
  /** Where nobody does the same, the numbers are shown and not judged. */
  readonly unjudged?: string;
}

export type Verdict =
  | { readonly kind: 'ahead' | 'lost'; readonly ratio: number; readonly best: string }
  | { readonly kind: 'unjudged'; readonly why: string };

/** Against the best of the others. A tie is lost. */
export function judge({ ours, peers, unjudged, better = 'less' }: Comparison): Verdict {
  if (unjudged !== undefined) return { kind: 'unjudged', why: unjudged };
  const numbers = Object.entries(peers).flatMap(([name, value]) =>
    typeof value === 'number' ? [{ name, value }] : [],
  );
  const best = numbers.sort((a, b) => (better === 'less' ? a.value - b.value : b.value - a.value))[0];
  if (!best) return { kind: 'unjudged', why: 'nobody else has a number' };
  if (typeof ours !== 'number') return { kind: 'lost', ratio: 0, best: best.name };
  const ratio = better === 'less' ? best.value / ours : ours / best.value;
  return { kind: ratio > 1 ? 'ahead' : 'lost', ratio, best: best.name };
}
