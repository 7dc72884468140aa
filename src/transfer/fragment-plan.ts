import type { ExpectedRange } from '../graph';

/** Graph wants fragments in multiples of this; others may break the commit after the last byte. */
export const FRAGMENT_UNIT = 320 * 1024;

/** `end` is exclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** What the service still lacks of a file, in order and within the file. */
export function missingRanges(ranges: readonly ExpectedRange[], size: number): readonly ByteRange[] {
  return ranges
    .map(({ start, end }) => ({ start, end: Math.min(end ?? size, size) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
}

export function confirmedBytes(missing: readonly ByteRange[], size: number): number {
  return missing.reduce((rest, { start, end }) => rest - (end - start), size);
}

/** The next bytes to send: from the first gap, never beyond its end, because overlaps are refused (OD#64). */
export function nextFragment(missing: readonly ByteRange[], fragmentSize: number): ByteRange | undefined {
  const [gap] = missing;
  return gap && { start: gap.start, end: Math.min(gap.end, gap.start + fragmentSize) };
}

/** @throws TypeError where fragments of this size could not be committed. */
export function checkFragmentSize(fragmentSize: number): number {
  const allowed = fragmentSize > 0 && fragmentSize % FRAGMENT_UNIT === 0 && fragmentSize < 60 * 1024 ** 2;
  if (!allowed) throw new TypeError('fragmentSize must be a multiple of 320 KiB below 60 MiB.');
  return fragmentSize;
}
